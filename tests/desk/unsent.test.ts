import { describe, expect, it } from 'vitest';
import { unsent } from '../../desk/unsent.ts';
import { valuesOf } from '../../desk/values.ts';
import { part } from './part.ts';

const base = valuesOf(part, 'UTC');
const kept = { base, values: { ...base, title: 'Half a sen' } };

function store() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

describe('unsent words', () => {
  it('are there again after a reload, each statement’s apart', () => {
    const tab = store();
    unsent(tab, 'one').keep(kept);
    expect(unsent(tab, 'one').read()).toEqual(kept);
    expect(unsent(tab, 'two').read()).toBeUndefined();
  });

  it('are gone once they are sent', () => {
    const tab = store();
    unsent(tab, 'new').keep(kept);
    unsent(tab, 'new').forget();
    expect(unsent(tab, 'new').read()).toBeUndefined();
  });

  it('of another shape, as an earlier desk may have kept them, are passed over', () => {
    const tab = store();
    tab.setItem('unsent new', '{"title":"An older shape"}');
    expect(unsent(tab, 'new').read()).toBeUndefined();
  });
});
