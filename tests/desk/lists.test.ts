import { describe, expect, it } from 'vitest';
import { addressOf, askedBy, queryOf } from '../../desk/lists.ts';

describe('the address of a list', () => {
  it('says the list and what narrows it down, and nothing that is empty', () => {
    const asked = { list: 'mine', type: '', language: 'fr', q: 'pêche / quotas & co' };
    expect(askedBy(addressOf(asked))).toEqual(asked);
    expect(addressOf(asked)).not.toContain('type');
  });

  it('is that of the desk for all statements', () => {
    expect(addressOf(askedBy(''))).toBe('#/');
  });
});

describe('what a list asks the API for', () => {
  it('is its own question, narrowed down', () => {
    expect(queryOf(askedBy('#/?list=scheduled&type=speech'))).toEqual({ due: 'true', type: 'speech' });
    expect(queryOf(askedBy('#/?list=in-review'))).toEqual({ state: 'in-review' });
  });

  it('is all statements for a list that there isn’t', () => {
    expect(queryOf(askedBy('#/?list=lost&q=fish'))).toEqual({ q: 'fish' });
  });
});
