import { html } from '../html/html.ts';
import type { Body } from './body.ts';
import { parser } from './parser.ts';
import { turnOf } from './split-turns.ts';

const { rules } = parser.renderer;

rules.turn_open = (tokens, index) => {
  const turn = turnOf(tokens[index]);
  if (!turn) return '';
  const { number, label, role } = turn;
  return html`<section class="turn ${role}" id="turn-${number}">
<a class="turn-link" href="#turn-${number}" aria-label="${label}, ${number}">#</a>
`.toString();
};
rules.turn_close = () => '</section>\n';

rules.paragraph_open = (tokens, index, options, _env, self) => {
  const turn = turnOf(tokens[index - 1]);
  const label = turn ? html`<b class="label">${turn.written}</b> ` : '';
  return `${self.renderToken(tokens, index, options)}${label}`;
};

/** The HTML of a body; safe to stand in a page, since the parser makes tags and lets none through. */
export function bodyHtml({ tokens, env }: Body): string {
  return parser.renderer.render(tokens, parser.options, env);
}
