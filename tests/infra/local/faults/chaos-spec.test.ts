import { describe, expect, it } from 'vitest';
import { ChaosSpecError, chaosSpec, kinds } from '../../../../infra/local/faults/chaos-spec.ts';

describe('CHAOS', () => {
  it.each([undefined, '', '0'])('is none for %j', (text) => {
    expect(chaosSpec(text)).toBeUndefined();
  });

  it('is a tenth of everything for 1, with a seed of its own', () => {
    expect(chaosSpec('1')).toEqual({ seed: expect.any(Number), rate: 0.1, kinds: [...kinds] });
  });

  it('takes a seed, a rate and kinds', () => {
    expect(chaosSpec('seed:7, rate:0.2, kinds:kill+late')).toEqual({
      seed: 7,
      rate: 0.2,
      kinds: ['kill', 'late'],
    });
  });

  it.each(['seed:x', 'rate:2', 'kinds:plague', 'speed:7', 'yes'])('refuses %s in words', (text) => {
    expect(() => chaosSpec(text)).toThrow(ChaosSpecError);
  });
});
