import { describe, expect, it } from 'vitest';
import { chainOf, chainStart, type Entry, seal, sha256 } from '../../../shared/statement/audit.ts';
import { editionOf } from '../../../shared/statement/edition.ts';
import { content } from './sample.ts';

const entry = (version: number): Entry => ({
  version,
  action: 'edit',
  at: '2026-05-04T10:00:00.000Z',
  actor: { sub: 's', name: 'Ada', role: 'editor' },
  client: 'desk',
});

describe('the audit trail', () => {
  const first = seal(entry(1), chainStart);
  const lost = seal({ ...entry(2), client: 'other' }, first.hash);
  const second = seal(entry(2), first.hash);

  it('is the chain that the head ends, without what lost a race', () => {
    expect(chainOf([first, lost, second], second.hash)).toEqual([second, first]);
  });

  it('seals every field', () => {
    expect(seal({ ...entry(1), action: 'publish' }, chainStart).hash).not.toBe(first.hash);
    expect(seal(entry(1), second.hash).hash).not.toBe(first.hash);
  });

  it('hashes an absent field and an undefined one alike, as the table keeps them', () => {
    expect(seal({ ...entry(1), note: undefined }, chainStart).hash).toBe(first.hash);
  });
});

it('an edition commits to its text with a salt', () => {
  const at = '2026-05-04T10:00:00.000Z';
  const told = { action: 'publish' as const, edition: 1, version: 1, at, text: 'TEXT#1' };
  const edition = editionOf(told, content, '00ff');
  const canonical =
    '{"body":"The reef is open again.","contacts":[],"date":"2026-05-04","language":"en","speakers":[],"title":"The reef is open","topics":[],"type":"press-release"}';
  expect(edition.digest).toBe(sha256(`00ff\n${canonical}`));
  expect(editionOf(told, content).digest).not.toBe(editionOf(told, content).digest);
});
