import { expect, it } from 'vitest';
import { publicStatement } from '../../bench/rendering/public-statement.ts';
import { renderStatement } from '../../shared/rendering.ts';

const now = new Date('2026-05-04T10:00:00Z');

it('what the bench renders is a whole page, of another statement by each number', () => {
  const [first, second] = [0, 1].map((n) => {
    const statement = publicStatement(n, now);
    const making = { latest: [], now, edition: undefined, replacement: undefined, translations: [] };
    return { statement, page: renderStatement(statement, making).page };
  });
  expect(first?.page).toContain(`<h1>${first?.statement.title}</h1>`);
  expect(first?.page).toContain('</html>');
  expect(second?.page).not.toContain(first?.statement.title);
});
