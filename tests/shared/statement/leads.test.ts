import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, leadOf } from '../../../shared/statement/leads.ts';

const old = '/en/2026/05/04/reef/';
const path = '/en/2026/05/05/reef/';
const notice = { at: '', reason: '', keepText: false };

describe('an address', () => {
  it.each([
    [old, ''],
    [`${old}index.html`, ''],
    [`${old}index.json`, 'index.json'],
    [`${old}editions/1/index.html`, 'editions/1/'],
    [`${old}changes/`, 'changes/'],
  ])('%s is of a statement', (asked, below) => {
    expect(addressOf(asked)).toEqual({ path: old, below });
  });

  it.each([
    '/',
    '/en/',
    '/en/2026/05/',
    '/en/2026/05/04/',
    '/en/2026/05/04/reef',
    '/assets/site.css',
    `${old}../x/`,
  ])('%s is not', (asked) => {
    expect(addressOf(asked)).toBeUndefined();
  });
});

describe('a lead', () => {
  it('goes from a former address to the same thing at the new one, for good', () => {
    const below = (name: string) => leadOf({ path, formerPaths: [old] }, { path: old, below: name });
    expect(below('')).toEqual({ status: 301, location: path });
    expect(below('editions/1/')).toEqual({ status: 301, location: `${path}editions/1/` });
  });

  it('goes from what a notice took away to the notice, for as long as it stands', () => {
    const asked = (below: string) => leadOf({ path, formerPaths: [], withdrawn: notice }, { path, below });
    expect(asked('editions/1/')).toEqual({ status: 302, location: path });
    expect(asked('changes/')).toEqual({ status: 302, location: path });
    expect(asked('')).toBeUndefined();
    expect(asked('ninjs.json')).toBeUndefined();
    const kept = { path, formerPaths: [], withdrawn: { ...notice, keepText: true } };
    expect(leadOf(kept, { path, below: 'editions/9/' })).toBeUndefined();
  });

  it('is none from the address that a statement has, or is about to have', () => {
    expect(leadOf({ path, formerPaths: [old] }, { path, below: '' })).toBeUndefined();
    expect(leadOf({ path, formerPaths: [] }, { path: old, below: '' })).toBeUndefined();
  });

  it('stays below the new address, whatever is asked for below the old one', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '//',
      'a',
      'index.html',
      'editions',
      '\\',
      '%2e',
      '\r\n',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const address = addressOf(old + pieces.join(''));
        const lead = address && leadOf({ path, formerPaths: [old] }, address);
        if (!lead) return;
        expect(new URL(lead.location, 'https://press.example').href).toMatch(`https://press.example${path}`);
        expect(lead.location).toMatch(/^[\w./-]+$/);
      }),
    );
  });
});
