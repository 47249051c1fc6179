import { type Finding, readChecks } from './api.ts';
import { element, make } from './page.ts';

const fields = ['title', 'summary', 'body', 'speakers', 'date'] as const;

/**
 * Asks what a careful editor would ask about a statement, and shows it above the buttons that release it. It warns and
 * keeps nobody from anything. `isStill` says whether the text is still what was asked about.
 */
export async function showChecks(id: string, isStill: () => boolean): Promise<void> {
  const findings = await readChecks(id);
  if (!isStill()) return;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const remarks = findings.filter(({ severity }) => severity === 'remark');
  element('checks', HTMLElement).hidden = findings.length === 0;
  element('checks-title', HTMLElement).textContent =
    findings.length === 1
      ? 'One question before this goes out'
      : `${findings.length} questions before this goes out`;
  element('findings', HTMLUListElement).replaceChildren(...[...warnings, ...remarks].map(item));
}

export function hideChecks(): void {
  element('checks', HTMLElement).hidden = true;
}

function item(finding: Finding): HTMLLIElement {
  const { severity, message, place } = finding;
  const name = fields.find((field) => field === finding.pointer.split('/')[1]);
  const made = make('li', { className: severity }, `${message} `);
  if (place) made.append(make('q', {}, place.excerpt), ' ');
  if (name) {
    const where = place && name === 'body' ? `Go to line ${place.line}` : `Go to the ${nameOf(name)}`;
    const go = make('button', { type: 'button', className: 'link' }, where);
    go.onclick = () => goTo(name, place?.line);
    made.append(go);
  }
  return made;
}

const nameOf = (field: (typeof fields)[number]) => (field === 'body' ? 'text' : field);

/** Goes to a field, and marks the line in it. */
function goTo(name: string, line?: number): void {
  const field = element(name, HTMLElement);
  field.focus();
  if (!(field instanceof HTMLTextAreaElement) || line === undefined) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
