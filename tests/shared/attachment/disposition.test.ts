import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispositionOf } from '../../../shared/attachment/disposition.ts';

describe('what a browser does with a file', () => {
  const of = (name: string, mediaType: string) => dispositionOf({ name, file: 'a.bin', mediaType });

  it('is to show an image, and to save everything else', () => {
    expect(of('a', 'image/png')).toMatch(/^inline; /);
    for (const mediaType of ['application/pdf', 'text/plain', 'video/mp4'])
      expect(of('a', mediaType)).toMatch(/^attachment; /);
  });

  it('is said in one line of ASCII, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(of(name, 'image/png')).toMatch(
          /^inline; filename="a\.bin"; filename\*=UTF-8''[A-Za-z0-9!~_.%-]*$/,
        );
      }),
    );
  });
});
