import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourceTypes } from '../../../../infra/local/template/resource-types.ts';

const types = Object.entries(resourceTypes);

describe('the table of resource types', () => {
  it.each(types)('says what %s is here', (_, { locally }) => {
    expect(locally.replace(/^nothing: /, '').length).toBeGreaterThan(5);
  });

  it('names only files that are there', () => {
    const files = types.flatMap(([, { locally }]) => locally.match(/[a-z/-]+\.ts/g) ?? []);
    expect(files.length).toBeGreaterThan(0);
    expect([...new Set(files)].filter((file) => !existsSync(`infra/local/${file}`))).toEqual([]);
  });
});
