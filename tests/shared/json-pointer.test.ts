import { expect, it } from 'vitest';
import { toPointer } from '../../shared/json-pointer.ts';

it.each([
  [[], ''],
  [['title'], '/title'],
  [['speakers', 0, 'name'], '/speakers/0/name'],
  [['a/b', 'm~n'], '/a~1b/m~0n'],
])('%j is %s', (path, pointer) => {
  expect(toPointer(path)).toBe(pointer);
});
