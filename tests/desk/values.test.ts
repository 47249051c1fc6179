import { describe, expect, it } from 'vitest';
import { merged, newBody, patchBody, valuesOf } from '../../desk/values.ts';
import { part } from './part.ts';

const values = valuesOf(part, 'Europe/Berlin');

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

  it('are patched by a whole event for one field of it, and by none once it is empty', () => {
    expect(patchBody(values, { ...values, eventEnd: '', eventPlace: 'The quay' })).toEqual({
      event: { start: '2026-05-04T10:00:00+02:00', end: null, place: 'The quay' },
    });
    const empty = { ...values, eventStart: '', eventEnd: '', eventPlace: ' ' };
    expect(patchBody(values, empty)).toEqual({ event: null });
    expect(newBody(empty)).not.toHaveProperty('event');
    expect(newBody({ ...values, eventEnd: '' })['event']).not.toHaveProperty('end');
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

  it('make one event of both, where mine is its place and theirs its start', () => {
    const mine = { ...values, eventPlace: 'The quay' };
    const theirs = { ...values, eventStart: '2026-05-04T09:00' };
    const { values: both, conflicts } = merged(values, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(patchBody(theirs, both)['event']).toMatchObject({
      start: '2026-05-04T09:00:00+02:00',
      place: 'The quay',
    });
  });

  it('are no conflict where both wrote the same', () => {
    const same = { ...values, title: 'The same' };
    expect(merged(values, same, same)).toEqual({ values: same, conflicts: [] });
  });
});
