import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeTable } from '../fake-table.ts';
import { type Answered, type Call, call } from './call.ts';
import { operations } from './document.ts';
import { created, text } from './operations/statement.ts';
import { announced, notice, ownAnswers, pdf } from './own-answers.ts';

/** The answers of docs/openapi.json that the handler has given here. */
const seen = new Set<string | undefined>();
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => {
  vi.restoreAllMocks();
  table.client.restore();
});

const saw = (answered: Answered) => {
  seen.add(answered.seen);
  return answered.seen;
};
it.each(Object.entries(ownAnswers(() => table)))('answers %s', async (name, answer) => {
  expect(saw(await answer())).toBe(name);
});

describe.each(operations)(
  '$operationId',
  ({ operationId, method, path, parameters, requestBody, responses }) => {
    const needsVersion = parameters.some(({ name }) => name === 'If-Match');
    const example = Object.values(requestBody?.content ?? {})[0]?.['example'];
    const codes = Object.values(responses).flatMap(({ content }) =>
      Object.keys(content['application/problem+json']?.examples ?? {}),
    );

    const known = async () => (path.startsWith('/attachments') ? announced() : (await created()).id);

    /** Calls it for a draft at version 1, as its example does, but for what a test says otherwise. */
    async function ask({ headers, ...more }: Call = {}, id?: unknown): Promise<Answered> {
      const on = id ?? (path.includes('{id}') ? await known() : '');
      const match: Record<string, string> = needsVersion ? { 'if-match': '"1"' } : {};
      const address = path.replace('{id}', String(on)).replace('{n}', '1');
      const query = operationId === 'readDifference' ? '?from=1&to=1' : '';
      const body = requestBody ? { body: example } : {};
      return call(method, address + query, { ...body, ...more, headers: { ...match, ...headers } });
    }
    /** Tests that it refuses with a code, if the document says that it can; `when` tells one way from another. */
    const refuses = (code: string, how: () => Promise<Answered>, when = '') => {
      if (!codes.includes(code)) return;
      it(`refuses with ${code}${when}`, async () => {
        expect(saw(await how())).toBe(`${operationId} ${code}`);
      });
    };

    refuses('unauthenticated', () => ask({ claims: null }));
    refuses('forbidden', () => ask({ claims: { sub: 's', scope: 'openid' } }));
    refuses('version-required', () => ask({ headers: { 'if-match': '*' } }));
    refuses('stale-version', () => ask({ headers: { 'if-match': '"7"' } }));
    if (path.includes('{id}')) refuses('not-found', () => ask({}, 'nothing'));
    if (requestBody) {
      refuses('unsupported-media-type', () => ask({ headers: { 'content-type': 'text/html' }, body: 'x' }));
      refuses('malformed', () => ask({ body: '{"note":' }), ' what is no JSON');
      refuses('malformed', () => ask({ body: { colour: 'red' } }), ' a field that it does not know');
      refuses('invalid', () => ask({ body: invalid[operationId] ?? { ...Object(example), title: '' } }));
    }
    refuses('request-in-progress', async () => {
      const id = path.includes('{id}') ? await known() : 'x';
      let now = Date.now();
      vi.spyOn(Date, 'now').mockImplementation(() => {
        now += 60_000;
        return now;
      });
      return ask({ headers: { 'idempotency-key': 'k' } }, id);
    });
    refuses('idempotency-mismatch', async () => {
      await call('POST', '/preview', {
        body: { ...text, title: 'Other' },
        headers: { 'idempotency-key': 'k' },
      });
      return ask({ headers: { 'idempotency-key': 'k' } });
    });
    if (method === 'POST')
      refuses('malformed', () => ask({ headers: { 'idempotency-key': '' } }), ' an empty Idempotency-Key');
    // Who asks for themselves asks no table.
    if (operationId !== 'readMe')
      refuses('internal', async () => {
        const id = path.includes('{id}') ? await known() : 'x';
        table.client.onAnyCommand().rejects(new Error('secret'));
        return ask({}, id);
      });
  },
);

/** Bodies of the right form with a value that isn't allowed. */
const invalid: Record<string, object> = {
  approve: { override: true, reason: ' ' },
  return: { note: ' ' },
  publish: { note: '' },
  schedule: { at: '2026-05-04T10:00' },
  withdraw: { ...notice, reason: '' },
  restore: { note: '' },
  amendNote: { edition: 0, note: 'x' },
  restrict: { restrictedTo: [''] },
  remark: { note: '' },
  announceAttachment: { ...pdf, name: '' },
  makePreview: { recipient: '', hours: 1 },
};

it('gives every answer that the document has', () => {
  const documented = operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      Object.keys(content['application/problem+json']?.examples ?? { [status]: '' }).map(
        (answer) => `${operationId} ${answer}`,
      ),
    ),
  );
  // API Gateway, not the handler, says 429.
  const ours = documented.filter((answer) => !/ 429$|^readMe internal$/.test(answer));
  expect(ours.filter((answer) => !seen.has(answer))).toEqual([]);
});
