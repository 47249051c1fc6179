/** `node infra/life-page.ts` writes docs/life-of-a-statement.md out of the table that the API decides by. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { workStates } from '../shared/statement/statement.ts';
import { actions, liveStates, transitionOf } from '../shared/statement/transitions.ts';

const columns = { none: 'never public', live: 'live', withdrawn: 'withdrawn' } as const;
const situations = ['none', ...workStates] as const;

/** The page, in Markdown. */
export function lifePage(): string {
  return `# The life of a statement

A statement has a **live** part, which the public sees, a **work** copy, which is being prepared, or both. Made out of
\`shared/statement/transitions.ts\`, which the API decides by, which \`GET /me\` and a statement's \`actions\` are read from,
and which every refusal quotes.

## Who

The least role, by the site's \`review\`. An admin may override what the review rule refuses, with a reason.

| action | optional | required | under the review rule |
| ------ | -------- | -------- | --------------------- |
${actions.map(roleRow).join('\n')}

## When

By the state of the work copy, or \`none\` where there is none.

| action | ${Object.values(columns).join(' | ')} | becomes |
| ------ | ${Object.values(columns)
    .map((name) => '-'.repeat(name.length))
    .join(' | ')} | ------- |
${actions.map(stateRow).join('\n')}

## In words

${actions.map((action) => `- **${action}**: ${transitionOf(action).when}`).join('\n')}
`;
}

function roleRow(action: (typeof actions)[number]): string {
  const { least, reviewed } = transitionOf(action);
  return `| ${action} | ${least.optional} | ${least.required} | ${reviewed ? 'yes' : ''} |`;
}

function stateRow(action: (typeof actions)[number]): string {
  const { from, becomes, orUnreviewed } = transitionOf(action);
  const cells = liveStates.map((live) => statesIn(from[live] ?? []));
  const after = [becomes.work && `work ${becomes.work}`, becomes.live].filter((part) => part).join(', ');
  const also = orUnreviewed ? ', or went without review' : '';
  return `| ${action} | ${cells.map((cell) => cell + (cell && also)).join(' | ')} | ${after} |`;
}

const statesIn = (states: readonly string[]): string =>
  states.length === situations.length ? 'any' : states.join(', ');

if (import.meta.main)
  writeFileSync(resolve(import.meta.dirname, '../docs/life-of-a-statement.md'), lifePage());
