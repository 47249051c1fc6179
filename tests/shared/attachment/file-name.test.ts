import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../shared/attachment/file-name.ts';
import { addressOf } from '../../../shared/statement/leads.ts';
import { filePath } from '../../../shared/statement/paths.ts';

const id = '0123456789abcdef0123';

describe('the name of a file in its address', () => {
  it.each([
    ['Résumé 2026.pdf', 'resume-2026.pdf'],
    ['Отчёт.PDF', 'otchyot.pdf'],
    ['报告.pdf', 'file-ef0123.pdf'],
    ['setup.exe', 'setup.pdf'],
    ['../../index.html', 'index.pdf'],
    ['Vol. 2', 'vol-2.pdf'],
    ['.pdf', 'file-ef0123.pdf'],
  ])('of %s is %s', (name, file) => {
    expect(fileNameOf(name, 'application/pdf', id)).toBe(file);
  });

  it('is one that an address below a statement has, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const file = fileNameOf(name, 'image/png', id);
        const path = '/en/2026/05/04/reef/';
        expect(addressOf(filePath(path, { id, file }))).toEqual({ path, below: `files/${id}/${file}` });
      }),
    );
  });
});
