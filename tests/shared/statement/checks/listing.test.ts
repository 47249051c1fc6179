import { describe, expect, it } from 'vitest';
import { checked } from './checking.ts';

describe('what lists show', () => {
  it('is a few sentences, under a title of its own', () => {
    expect(checked({ body: '## Only a heading' }).map(({ code }) => code)).toEqual(['empty-excerpt']);
    expect(checked({ summary: 'Words. '.repeat(100) }).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['long-excerpt', '/summary'],
    ]);
    expect(checked({}, { sameTitle: '/en/2026/05/04/the-reef/' })).toMatchObject([
      { code: 'known-title', severity: 'warning', pointer: '/title' },
    ]);
  });
});
