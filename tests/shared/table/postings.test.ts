import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { create, edit } from '../../../shared/statement/drafting.ts';
import { askedWords, type Postings, postingsOf } from '../../../shared/statement/postings.ts';
import { soughtWords } from '../../../shared/statement/words.ts';
import { intersection, postingsReader, top, writePostings } from '../../../shared/table/postings.ts';
import { tableOf } from '../../../shared/table.ts';
import { fakeTable } from '../../functions/fake-table.ts';
import { act, committed, content } from '../statement/sample.ts';

let fake: ReturnType<typeof fakeTable>;
beforeEach(() => {
  fake = fakeTable();
});
afterEach(() => fake.client.restore());
const table = tableOf('search');

const head = committed(create('reef', { content, excerpt: '' }, act()));
const saying = (body: string): Postings => postingsOf(head, [{ ...content, body }]);
const all = async (positions: AsyncIterable<string>) => {
  const some: string[] = [];
  for await (const one of positions) some.push(one);
  return some;
};
const found = async (query: string) => {
  const asked = askedWords(soughtWords(query), 'text');
  return all(
    intersection(
      asked.map((one) => postingsReader(table, one)),
      top,
    ),
  );
};
const postings = () => [...fake.items.values()].filter(({ pk }) => String(pk).startsWith('TERM#'));

it('has the words of now and none of before', async () => {
  await writePostings(table, head, saying('Whales were seen.'));
  expect(await found('whale')).toHaveLength(1);
  await writePostings(table, head, saying('Dolphins were seen.'));
  expect([await found('whale'), (await found('dolphins seen')).length]).toEqual([[], 1]);
  await writePostings(table, head, new Map());
  expect(postings()).toEqual([]);
});

it('writes what differs, and nothing for the same again', async () => {
  await writePostings(table, head, saying('Whales were seen.'));
  fake.client.resetHistory();
  await writePostings(table, head, saying('Whales were seen.'));
  expect(fake.client.calls()).toHaveLength(1);
  await writePostings(table, head, saying('Whales were seen twice.'));
  const written = fake.client
    .commandCalls(BatchWriteCommand)
    .flatMap(({ args }) => args[0].input.RequestItems?.search);
  expect(written).toMatchObject([{ PutRequest: { Item: { pk: 'TERM#text:tw', words: ' twice ' } } }]);
});

it('leaves nothing behind of a try that died half way', async () => {
  await writePostings(table, head, saying('Whales were seen.'));
  const dying: typeof table = {
    ...table,
    writeAll: async (puts) => {
      await table.writeAll(puts, []);
      throw new Error('The function died');
    },
  };
  await expect(writePostings(dying, head, saying('Dolphins were seen.'))).rejects.toThrow('died');
  await writePostings(table, head, saying('Whales again.'));
  expect([await found('dolphins'), (await found('whales again')).length]).toEqual([[], 1]);
});

it('finds just what has everything asked for, the newest first, however the postings lie', async () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 0, max: 61 }), async (numbers, start) => {
      const place = (n: number) => `2026#${String(n).padStart(3, '0')}`;
      const sorted = numbers.map((list) => list.map(place).sort().reverse());
      const readers = sorted.map((list) => async (below: string) => list.find((one) => one < below));
      const common = sorted[0]?.filter(
        (one) => one < place(start) && sorted.every((list) => list.includes(one)),
      );
      expect(await all(intersection(readers, place(start)))).toEqual(common);
    }),
  );
});

it('is of an edited statement what it is of a new one', () => {
  const later = committed(edit(head, { content: { ...content, body: 'Anew.' }, excerpt: '' }, act('a2')));
  expect(postingsOf(later, [{ ...content, body: 'Anew.' }])).toEqual(saying('Anew.'));
});
