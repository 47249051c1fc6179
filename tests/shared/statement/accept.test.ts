import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/errors.ts';
import { acceptNew, acceptPatch } from '../../../shared/statement/accept.ts';
import { content, site } from './sample.ts';

const good = { type: 'press-release', language: 'en', title: 'A title', body: 'A text.' };
const refused = (input: unknown): Problem => {
  try {
    acceptNew(site, input, '2026-05-04');
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was accepted');
};

describe('acceptNew', () => {
  it('fills in what may be left out', () => {
    expect(acceptNew(site, good, '2026-05-04')).toEqual({
      content: { ...good, date: '2026-05-04', topics: [], speakers: [], contacts: [] },
      publish: false,
      restrictedTo: [],
    });
  });

  it('keeps words as written and makes their form safe', () => {
    const { content } = acceptNew(
      site,
      { ...good, title: ' Two\n lines\u0000 ', body: 'é — “q”\r\nnext\u0007' },
      '2026-05-04',
    );
    expect(content.title).toBe('Two lines');
    expect(content.body).toBe('é — “q”\nnext');
  });

  it.each([
    ['a wrong type', { ...good, title: 1 }, 400, '/title'],
    ['a missing field', { type: 'statement', language: 'en', title: 'x' }, 400, '/body'],
    ['an unknown field', { ...good, colour: 'red' }, 400, '/colour'],
    ['no object', [], 400, ''],
    ['an unknown language', { ...good, language: 'xx' }, 422, '/language'],
    ['an unknown type', { ...good, type: 'leak' }, 422, '/type'],
    ['an empty title', { ...good, title: ' \n ' }, 422, '/title'],
    ['a day that is none', { ...good, date: '2026-02-30' }, 422, '/date'],
    ['a slug with a path', { ...good, slug: '../../etc' }, 422, '/slug'],
    [
      'an instant with no offset',
      { ...good, event: { start: '2026-05-04T10:00:00', place: 'Hall' } },
      422,
      '/event/start',
    ],
    ['a title over its limit', { ...good, title: 'x'.repeat(301) }, 422, '/title'],
    ['too many topics', { ...good, topics: Array(21).fill('sea') }, 422, '/topics'],
    ['a text over its limit', { ...good, body: 'é'.repeat(102_401) }, 413, '/body'],
  ])('refuses %s by name', (_, input, status, pointer) => {
    const problem = refused(input);
    expect(problem.status).toBe(status);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('answers whatever comes in with a text or a problem', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('type', 'language', 'title', 'body', 'date', '__proto__', 'x') }),
        (input) => {
          try {
            expect(acceptNew(site, { ...good, ...input }, '2026-05-04').content.title).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
          }
        },
      ),
    );
  });
});

describe('acceptPatch', () => {
  it('merges by RFC 7396', () => {
    const patched = acceptPatch(site, { ...content, summary: 'Gone soon' }, { title: 'New', summary: null });
    expect(patched).toEqual({ ...content, title: 'New' });
  });

  it.each([[[1]], ['x'], [{ nothing: 1 }], [{ title: null }], [JSON.parse('{"__proto__": {"x": 1}}')]])(
    'refuses %j',
    (patch) => {
      expect(() => acceptPatch(site, content, patch)).toThrow(Problem);
    },
  );

  it('refuses a patch that is deep enough to hurt', () => {
    const deep = JSON.parse(`${'{"event":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    expect(() => acceptPatch(site, content, deep)).toThrow(/levels deep/);
  });
});
