import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../../infra/local/sample-file.ts';
import { codes } from '../../../../shared/statement/checks/check.ts';
import { content } from '../sample.ts';
import { askedOf, checked } from './checking.ts';
import { goodTexts } from './good-texts.ts';

describe('a good text', () => {
  it.each(goodTexts.map((text) => [text.language, text.title, text]))(
    'in %s is let be: %s',
    (_, __, text) => {
      expect(checked(text)).toEqual([]);
    },
  );

  it('is one of those that a newsroom begins with', () => {
    const now = new Date('2026-05-04T10:00:00Z');
    for (const { name, statement } of readSamples(now, 'Europe/Lisbon'))
      expect(checked({ ...content, ...statement, date: '2026-05-04' }, { now }), name).toEqual([]);
  });
});

it.each(Object.keys(codes))('docs/checks.md explains %s', (code) => {
  expect(readFileSync('docs/checks.md', 'utf8')).toContain(`| \`${code}\` `);
});

it('asks the same thing ten times at most', () => {
  expect(askedOf('[a](http://a.example/)\n\n'.repeat(50))).toHaveLength(10);
});

it('shows the words round what it asks about', () => {
  const body = `${'Long before it. '.repeat(20)}See [the map](http://a.example/) and ${'long after it. '.repeat(20)}`;
  expect(checked({ body }).map(({ place }) => place)).toEqual([
    { line: 1, excerpt: 'it. Long before it. See [the map](http://a.example/) and long after it. lon' },
  ]);
});

it('has an answer to any text, and names lines that are there', () => {
  const piece = fc.constantFrom(...Array.from('[]()^!`“”#\n a_|@😀'), '```\n', 'A B: ', '\ud800');
  const bodies = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => `x${pieces.join('')}`);
  fc.assert(
    fc.property(bodies, fc.constantFrom('press-release', 'transcript'), (body, type) => {
      const lines = body.split('\n').length;
      for (const { place, pointer } of checked({ body, type, speakers: ['A B'] })) {
        expect(pointer).toMatch(/^\/[a-z]/);
        if (place) expect(place.line).toBeLessThanOrEqual(lines);
      }
    }),
    { seed: 7 },
  );
});
