import type * as z from 'zod';
import { NewAttachment } from '../../../shared/attachment/attachment.ts';
import { NewStatement } from '../../../shared/statement/accept.ts';
import { NewPreview } from '../../../shared/statement/previews.ts';
import type { Route } from '../routes.ts';
import * as answers from './answers.ts';
import { ContentPatch } from './bodies.ts';
import type { Description } from './description.ts';
import * as examples from './examples.ts';
import { life } from './life.ts';
import * as queries from './queries.ts';
import { json, statement } from './success.ts';

/** Every call of the API, as its OpenAPI document (`infra/openapi.ts`) tells of it. */
export const descriptions: { [Name in Route]: Description } = {
  'GET /me': {
    id: 'readMe',
    tag: 'newsroom',
    summary: 'Who the token says you are, and what you may do',
    answer: json('The caller.', answers.Me, examples.me),
  },
  'GET /statements': {
    id: 'listStatements',
    tag: 'statements',
    summary: 'Statements without their texts, the newest created first',
    more: 'With `q`: those that have every word of it, the last perhaps unfinished; those that have them in the title first.',
    query: queries.ListQuery,
    answer: json('A page of statements.', answers.pageOf(answers.StatementView), examples.list),
  },
  'GET /statements/counts': {
    id: 'countStatements',
    tag: 'statements',
    summary: 'How many statements stand in each list',
    answer: json('The numbers.', answers.Counts, examples.counts),
  },
  'POST /statements': {
    id: 'createStatement',
    tag: 'statements',
    summary: 'Creates a statement, and publishes it in the same call if asked to',
    body: { schema: NewStatement, example: examples.text },
    answer: {
      ...statement(examples.draft, 'The new statement, with its text.'),
      status: 201,
      headers: ['ETag', 'Location'],
    },
    problems: ['not-found', 'path-taken', 'attachment-not-ready', 'too-large'],
  },
  'GET /statements/{id}': {
    id: 'readStatement',
    tag: 'statements',
    summary: 'A statement with its texts',
    answer: statement(examples.published),
  },
  'PATCH /statements/{id}': {
    id: 'editStatement',
    tag: 'statements',
    summary: 'Changes the work copy by a merge patch',
    more: 'Where there is no work copy, one is made from the live text, which stays public as it is.',
    action: 'edit',
    changes: true,
    body: {
      schema: ContentPatch,
      example: { title: 'Volunteers count 413 tide pools', summary: null },
      types: ['application/merge-patch+json', 'application/json'],
    },
    answer: statement(examples.draft),
    problems: ['illegal-transition', 'too-large'],
  },
  'DELETE /statements/{id}': {
    id: 'deleteStatement',
    tag: 'statements',
    summary: 'Deletes what was never public; its history stays',
    action: 'delete',
    changes: true,
    answer: { status: 204, says: 'It is gone.' },
    problems: ['illegal-transition'],
  },
  ...life,
  'GET /statements/{id}/checks': {
    id: 'readChecks',
    tag: 'statements',
    summary: 'What a careful editor would ask about before release',
    more: 'Of the work copy, else of the live text. Nothing follows from it: what is asked about can be released.',
    answer: json('What was found, ten of a kind at most.', answers.Findings, examples.checks),
  },
  'GET /statements/{id}/history': {
    id: 'readHistory',
    tag: 'past',
    summary: 'The audit trail, the newest entry first; of a deleted statement too',
    more: 'Each entry carries the hash of the one before: SHA-256 over the canonical form (RFC 8785).',
    answer: json('The whole trail.', answers.pageOf(answers.EntryView), examples.history),
  },
  'GET /statements/{id}/versions': {
    id: 'listVersions',
    tag: 'past',
    summary: 'Every text that the statement had, the newest first, without the words',
    answer: json(
      'All versions with a text of their own.',
      answers.pageOf(answers.VersionView),
      examples.versions,
    ),
  },
  'GET /statements/{id}/versions/{n}': {
    id: 'readVersion',
    tag: 'past',
    summary: 'The text as it stood at a version, and the change that had made it',
    answer: json('The version.', answers.VersionWithText, examples.versionWithText),
    problems: ['malformed', 'invalid'],
  },
  'GET /statements/{id}/diff': {
    id: 'readDifference',
    tag: 'past',
    summary: 'What changed from one version’s text to another’s, word by word',
    query: queries.DifferenceQuery,
    answer: json('The difference.', answers.DifferenceView, examples.difference),
  },
  'POST /statements/{id}/previews': {
    id: 'makePreview',
    tag: 'previews',
    summary: 'Gives somebody outside an embargoed copy: a link to one version that expires',
    more: 'Takes the role editor. The link is told this once; each opening is recorded.',
    body: { schema: NewPreview, example: { recipient: 'Noor Haddad', hours: 24 } },
    answer: {
      ...json('The preview, with its link.', answers.MadePreview, examples.madePreview),
      status: 201,
    },
    problems: ['illegal-transition', 'too-large'],
  },
  'GET /statements/{id}/previews': {
    id: 'listPreviews',
    tag: 'previews',
    summary: 'Every embargoed copy of a statement, the newest first, without its link',
    answer: json('All previews.', answers.pageOf(answers.PreviewView), examples.previews),
  },
  'DELETE /statements/{id}/previews/{pid}': {
    id: 'revokePreview',
    tag: 'previews',
    summary: 'Revokes an embargoed copy: its link leads nowhere from now on',
    answer: { status: 204, says: 'It is revoked.' },
  },
  'POST /attachments': {
    id: 'announceAttachment',
    tag: 'attachments',
    summary: 'Announces a file; the answer says where and how to send its bytes',
    more: 'It is checked on arrival: size, media type by its bytes. It is public only with a statement that has it.',
    body: { schema: NewAttachment, example: examples.announced },
    answer: {
      ...json('The attachment, with the way to send it.', answers.AnnouncedAttachment, examples.announcement),
      status: 201,
      headers: ['Location'],
    },
    problems: ['too-large'],
  },
  'GET /attachments/{id}': {
    id: 'readAttachment',
    tag: 'attachments',
    summary: 'What became of an upload',
    answer: json('The attachment.', answers.AttachmentView, examples.attachment),
  },
  'POST /preview': {
    id: 'previewStatement',
    tag: 'statements',
    summary: 'The reader’s page of a text; nothing is stored',
    body: { schema: NewStatement, example: examples.text },
    answer: { status: 200, says: 'The page.', content: { type: 'text/html' } },
    problems: ['too-large'],
  },
};

/** What the parameters of addresses are. */
export const pathParameters: { [Name in ParameterOf<Route>]: { description: string; schema?: z.ZodType } } = {
  id: { description: 'The id of the statement, or of the attachment.' },
  pid: { description: 'The preview’s id.' },
  n: { description: 'A version of the statement, from 1 to the newest.', schema: queries.VersionNumber },
};

type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;
