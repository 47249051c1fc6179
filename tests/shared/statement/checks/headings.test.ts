import { describe, expect, it } from 'vitest';
import { askedOf } from './checking.ts';

describe('headings', () => {
  it.each([
    ['## A\n\n### B\n\n## C\n\n#### D', ['skipped-heading 7']],
    ['### A\n\n#### B', ['skipped-heading 1']],
    ['# A\n\n## B\n\n### C\n\n# D', []],
    ['A\n=\n\nB\n-\n\n#### C', ['skipped-heading 7']],
  ])('of %j: %j', (body, asked) => {
    expect(askedOf(`${body}\n\nWords.`)).toEqual(asked);
  });
});
