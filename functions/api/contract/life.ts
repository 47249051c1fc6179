import type { ProblemCode } from '../../../shared/errors.ts';
import { actionBodies, type PostedAction } from '../../../shared/statement/action-bodies.ts';
import { mostDaysAhead } from '../../../shared/statement/moment.ts';
import type { Route } from '../routes.ts';
import type { Description } from './description.ts';
import * as examples from './examples.ts';
import { statement } from './success.ts';

/** The actions that are one POST each, as the OpenAPI document tells of them. */
export const life = {
  'POST /statements/{id}/submit': posted('submit', 'Submits a draft for review', {}),
  'POST /statements/{id}/approve': posted('approve', 'Approves what is in review', {}),
  'POST /statements/{id}/return': posted('return', 'Returns a text to its authors', {
    note: 'Who counted the pools?',
  }),
  'POST /statements/{id}/publish': posted(
    'publish',
    'Publishes the work copy; over a live text, as a correction',
    { note: 'The number of pools was wrong.', significance: 'minor' },
    ['path-taken', 'attachment-not-ready'],
  ),
  'POST /statements/{id}/schedule': {
    ...posted(
      'schedule',
      'Publishes the work copy at a second to come; over a live text, as a correction',
      { at: '2026-05-05T10:00:00+02:00' },
      ['path-taken'],
    ),
    more: `Say when by \`at\` with an offset, or by \`local\` and \`timeZone\`; at most ${mostDaysAhead} days ahead. What is scheduled can be scheduled anew.`,
    answer: statement(examples.scheduled),
  },
  'POST /statements/{id}/unschedule': {
    ...posted('unschedule', 'Makes what is scheduled what it was before', {}),
    answer: statement(examples.draft),
  },
  'POST /statements/{id}/discard': posted('discard', 'Takes the work copy beside a public text away', {}),
  'POST /statements/{id}/withdraw': posted('withdraw', 'Withdraws what is public, with a public reason', {
    reason: 'The count was of another shore.',
    keepText: true,
  }),
  'POST /statements/{id}/restore': posted(
    'restore',
    'Restores what is withdrawn, with an approved work copy or as it was',
    {},
    ['path-taken', 'attachment-not-ready'],
  ),
  'POST /statements/{id}/amend-note': posted('amend-note', 'Corrects the public note of an edition', {
    edition: 2,
    note: 'The number of pools was 413.',
  }),
  'POST /statements/{id}/restrict': {
    ...posted('restrict', 'Limits what is not public to named people, or lifts that', {
      restrictedTo: ['Mara Quill', 'Ines Tavira'],
    }),
    problems: [],
    more: 'An empty list lifts it. For others the statement isn’t there; an admin may lift it with a reason.',
  },
  'POST /statements/{id}/notes': {
    ...posted('note', 'Makes a remark inside the office', { note: 'The mayor will be asked on Tuesday.' }),
    id: 'remark',
    problems: [],
  },
} satisfies { [Name in Route]?: Description };

/** An action of the table of transitions: a POST that answers the changed statement. */
function posted(
  action: PostedAction,
  summary: string,
  example: object,
  problems: ProblemCode[] = [],
): Description {
  const schema = actionBodies[action];
  return {
    id: action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tag: 'life',
    summary,
    action,
    changes: true,
    body: { schema, example, isOptional: schema.safeParse({}).success },
    answer: statement(examples.published),
    problems: ['illegal-transition', ...problems],
  };
}
