import { afterEach, expect, it } from 'vitest';
import { metrics, noteLatency, notePublication } from '../../shared/metrics.ts';
import { createPublished } from '../../shared/statement/publishing.ts';
import { act, taken, text } from './statement/sample.ts';

const head = { ...createPublished('reef', text, taken, act()).after, lastEntry: 'x' };
const noted = () => metrics.serializeMetrics();
afterEach(() => metrics.clearMetrics());

it('says how long a publication took to each channel, in milliseconds from its commit', () => {
  noteLatency(head, 'page', Date.parse(act().at) + 120);
  noteLatency(head, 'lists', Date.parse(act().at) + 150);
  expect(noted()).toMatchObject({ PublicationToPage: 120, PublicationToLists: 150 });
});

it('doesn’t count again what was there already', () => {
  notePublication();
  noteLatency({ ...head, pending: undefined }, 'page');
  expect(noted()).toMatchObject({ Publications: 1 });
  expect(noted()).not.toHaveProperty('PublicationToPage');
});
