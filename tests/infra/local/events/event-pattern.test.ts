import { describe, expect, it } from 'vitest';
import { eventPattern } from '../../../../infra/local/events/event-pattern.ts';

const event = {
  source: 'communique',
  detail: { language: 'en', edition: 2, replaced: null, topics: ['sea'] },
};
const matches = (pattern: unknown) => eventPattern(pattern)(event);

describe('a pattern', () => {
  it.each([
    ['a value of a list', { source: ['other', 'communique'] }],
    ['several fields, each', { source: ['communique'], detail: { language: ['en'] } }],
    ['a number', { detail: { edition: [2] } }],
    ['null', { detail: { replaced: [null] } }],
    ['an element of a list in the event', { detail: { topics: ['land', 'sea'] } }],
    ['the beginning of a text', { source: [{ prefix: 'comm' }] }],
    ['a field that is there', { detail: { language: [{ exists: true }] } }],
    ['a field that is not there', { detail: { title: [{ exists: false }] } }],
    ['a field below one that is not there', { more: { title: [{ exists: false }] } }],
    ['anything but a value', { detail: { language: [{ 'anything-but': 'fr' }] } }],
    ['anything but some values', { detail: { language: [{ 'anything-but': ['fr', 'es'] }] } }],
    ['one operator of several', { source: [{ prefix: 'x' }, { prefix: 'c' }] }],
    ['nothing asked', {}],
  ])('takes %s', (_, pattern) => {
    expect(matches(pattern)).toBe(true);
  });

  it.each([
    ['another value', { source: ['other'] }],
    ['one field of two', { source: ['communique'], detail: { language: ['fr'] } }],
    ['a number as text', { detail: { edition: ['2'] } }],
    ['another beginning', { source: [{ prefix: 'om' }] }],
    ['the beginning of what is no text', { detail: { edition: [{ prefix: '2' }] } }],
    ['a field that should not be there', { source: [{ exists: false }] }],
    ['a field that is not there', { detail: { title: ['x'] } }],
    ['a field that should be there', { detail: { title: [{ exists: true }] } }],
    ['the one value that is excepted', { detail: { language: [{ 'anything-but': 'en' }] } }],
    ['one of the values that are excepted', { detail: { language: [{ 'anything-but': ['fr', 'en'] }] } }],
    ['what is not there, whatever it should not be', { detail: { title: [{ 'anything-but': 'x' }] } }],
    ['fields below a text', { source: { name: ['communique'] } }],
  ])('leaves %s', (_, pattern) => {
    expect(matches(pattern)).toBe(false);
  });

  it('with an operator that is not known is refused, with its path', () => {
    expect(() => eventPattern({ detail: { size: [1, { numeric: ['>', 3] }] } }, 'Rule.EventPattern')).toThrow(
      'Rule.EventPattern.detail.size.1: the local stack does not know the operator',
    );
  });

  it.each([
    ['an operator in an operator', { source: [{ 'anything-but': { prefix: 'c' } }] }],
    ['two operators together', { source: [{ prefix: 'c', suffix: 'e' }] }],
  ])('with %s is refused', (_, pattern) => {
    expect(() => eventPattern(pattern)).toThrow('EventPattern.source.0: the local stack does not know');
  });

  it('that is no pattern is refused', () => {
    expect(() => eventPattern({ source: 'communique' })).toThrow();
  });
});
