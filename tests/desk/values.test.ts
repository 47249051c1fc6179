import { describe, expect, it } from 'vitest';
import { merged, newBody, patchBody, valuesOf } from '../../desk/values.ts';

const part = {
  type: 'interview',
  language: 'en',
  date: '2026-05-04',
  title: 'On the reef',
  summary: 'A short one',
  topics: ['collections', 'expeditions'],
  speakers: ['Thea Quillon', { name: 'Inês Valdouro', role: 'Director, a.i.' }],
  body: 'Q: Why?\n\nA: Why not.',
};
const values = valuesOf(part);

describe('the form’s values', () => {
  it('give the same text to the API that they were made of', () => {
    expect(newBody(values)).toEqual({
      ...part,
      speakers: [{ name: 'Thea Quillon' }, { name: 'Inês Valdouro', role: 'Director, a.i.' }],
    });
  });

  it('leave out what stands empty and may, and send what may not', () => {
    const body = newBody({ ...values, summary: ' ', date: '', speakers: ' \n', title: '' });
    expect(body).not.toHaveProperty('summary');
    expect(body).not.toHaveProperty('date');
    expect(body).toMatchObject({ title: '', speakers: [] });
  });

  it('are patched by what changed alone', () => {
    expect(patchBody(values, values)).toEqual({});
    expect(patchBody(values, { ...values, title: 'On a reef', summary: '' })).toEqual({
      title: 'On a reef',
      summary: null,
    });
  });
});

describe('my changes over theirs', () => {
  it('keep both where they are about different fields', () => {
    const mine = { ...values, title: 'Mine' };
    const theirs = { ...values, summary: 'Theirs' };
    expect(merged(values, mine, theirs)).toEqual({
      values: { ...values, title: 'Mine', summary: 'Theirs' },
      conflicts: [],
    });
  });

  it('keep mine, and say so, where they are about the same field', () => {
    const { values: both, conflicts } = merged(
      values,
      { ...values, body: 'Mine' },
      { ...values, body: 'Theirs' },
    );
    expect(both.body).toBe('Mine');
    expect(conflicts).toEqual(['body']);
  });

  it('are no conflict where both wrote the same', () => {
    const same = { ...values, title: 'The same' };
    expect(merged(values, same, same)).toEqual({ values: same, conflicts: [] });
  });
});
