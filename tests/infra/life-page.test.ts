import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lifePage } from '../../infra/life-page.ts';

it('docs/life-of-a-statement.md says what the API decides by; node infra/life-page.ts writes it', () => {
  expect(readFileSync('docs/life-of-a-statement.md', 'utf8')).toBe(lifePage());
});
