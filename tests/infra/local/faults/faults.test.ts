import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chaosSpec, type Kind, kinds } from '../../../../infra/local/faults/chaos-spec.ts';
import { Faults, PlannedFault } from '../../../../infra/local/faults/faults.ts';
import { temporary } from '../temporary.ts';

const sites = ['api dynamodb:PutItem', 'render s3:PutObject', 'relay events:PutEvents'];

/** What a run of 600 calls meets, its sites in turn. */
function run(seed: number, life = 1, order = sites) {
  const faults = new Faults(chaosSpec(`seed:${seed}`), life, temporary());
  const met = Array.from({ length: 200 }, () => order.map((site) => [site, faults.meets(site, kinds)]));
  return { faults, met: met.flat().toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)) };
}

describe('chaos', () => {
  it('meets the same calls again with the same seed, in whatever order the sites come', () => {
    expect(run(7, 1, sites.toReversed()).met).toEqual(run(7).met);
  });

  it('meets others with another seed, and in another life of the stack', () => {
    expect(run(8).met).not.toEqual(run(7).met);
    expect(run(7, 2).met).not.toEqual(run(7).met);
  });

  it('meets about the share of calls that its rate says, and counts them by kind', () => {
    const counted = Object.values(run(7).faults.counts).reduce((sum, n) => sum + n, 0);
    expect(counted).toBeGreaterThan(30);
    expect(counted).toBeLessThan(100);
  });

  it('makes nothing that is impossible at a call, or not asked for', () => {
    const faults = new Faults(chaosSpec('seed:1,rate:1,kinds:kill+late'), 1, temporary());
    const met = Array.from({ length: 50 }, () => faults.meets('render invoke', ['throttle', 'kill'])?.kind);
    expect(new Set(met)).toEqual(new Set<Kind>(['kill']));
    expect(faults.meets('bus', ['duplicate'])).toBeUndefined();
  });

  it('keeps a log of what it did, by which two runs can be compared', () => {
    const folder = temporary();
    new Faults(chaosSpec('seed:1,rate:1,kinds:late'), 3, folder).meets('bus feeds', ['late']);
    const [line = ''] = readFileSync(join(folder, 'faults.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(line)).toEqual({
      life: 3,
      site: 'bus feeds',
      possible: ['late'],
      call: 1,
      kind: 'late',
    });
  });
});

describe('a planned fault', () => {
  it('meets the calls of its site that it was planned for, and no other', () => {
    const faults = new Faults(undefined, 1, temporary());
    faults.plan(PlannedFault.parse({ site: 'api dynamodb:PutItem', kind: 'throttle', after: 1, times: 2 }));
    const met = (site: string, possible: Kind[] = ['throttle', 'kill']) => faults.meets(site, possible)?.kind;
    expect(met('api dynamodb:GetItem')).toBeUndefined();
    expect(met('api dynamodb:PutItem', ['late'])).toBeUndefined();
    expect([1, 2, 3, 4].map(() => met('api dynamodb:PutItem'))).toEqual([
      undefined,
      'throttle',
      'throttle',
      undefined,
    ]);
  });

  it('is of a kind that exists', () => {
    expect(PlannedFault.safeParse({ site: 'api', kind: 'plague' }).success).toBe(false);
  });
});
