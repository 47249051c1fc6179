import { describe, expect, it } from 'vitest';
import { verdictOn } from '../../../shared/attachment/verdict.ts';

const announced = { mediaType: 'image/png', size: 4 };
const found = { size: 4, sha256: 'abc', signature: 'image/png', isPlainText: false };

describe('an upload', () => {
  it('is ready when it is what was announced', () => {
    expect(verdictOn(announced, found)).toEqual({ state: 'ready', sha256: 'abc' });
  });

  it.each([
    [{ size: 5 }, 'It has 5 bytes, and not the 4 that were announced.'],
    [{ signature: 'image/svg+xml' }, 'It is not image/png: its bytes are image/svg+xml.'],
    [{ signature: undefined }, 'It is not image/png: its bytes are of no kind that is known.'],
  ])('is refused for %j, with the reason', (changes, reason) => {
    expect(verdictOn(announced, { ...found, ...changes })).toMatchObject({ state: 'refused', reason });
  });

  it('of text is known by being text, whatever its first letters look like', () => {
    const bitmap = { ...found, signature: 'image/bmp', isPlainText: true };
    expect(verdictOn({ mediaType: 'text/plain', size: 4 }, bitmap).state).toBe('ready');
    const binary = verdictOn({ mediaType: 'text/csv', size: 4 }, { ...bitmap, isPlainText: false });
    expect(binary).toMatchObject({ reason: 'It is not text/csv: only text in UTF-8 is taken for that.' });
  });
});
