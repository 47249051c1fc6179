import { expect, it } from 'vitest';
import { pathOf } from '../../../shared/statement/paths.ts';

it('puts language, day and slug into an address', () => {
  expect(pathOf('en', '2017-07-08', 'reef')).toBe('/en/2017/07/08/reef/');
});
