import { PutObjectCommand } from '@aws-sdk/client-s3';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/render/handler.ts';
import { publicEvent } from '../../../shared/events.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { withLive } from '../../shared/statement/sample.ts';
import { fakes } from '../fakes.ts';
import { messageOf, published, withdrawn } from '../publish.ts';

const fake = fakes();

const render = async (head: Head, at = withLive(head).live.lastChange) => {
  fake.bucket.clock.now = at;
  const path = withLive(head).live.path;
  fake.table.items.set(`PATH#${path} PATH`, { pk: `PATH#${path}`, sk: 'PATH', id: head.id, at });
  await handler({ Records: [messageOf(publicEvent(withLive(head)))] });
};
const on = (day: number) => `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const publishOn = async (day: number, more = {}) => {
  const head = await published(
    `day-${day}`,
    { date: on(day).slice(0, 10), title: `Day ${day}`, ...more },
    on(day),
  );
  await render(head);
  return head;
};
const showing = (word: string) =>
  [...fake.bucket.objects].filter(([, body]) => body.includes(word)).map(([key]) => key.split('/')[4]);

it('takes the title off the pages that were written while it was among the latest', async () => {
  await publishOn(1);
  const reef = await publishOn(2, { title: 'Zibeline' });
  await publishOn(3);
  await publishOn(4);
  expect(new Set(showing('Zibeline'))).toEqual(new Set(['day-2', 'day-3', 'day-4']));
  await render(await withdrawn(reef));
  expect(showing('Zibeline')).toEqual([]);
  expect(fake.bucket.objects.get('en/2026/05/04/day-4/index.html')).toContain('Day 3');
});

it('does so although the index still has it', async () => {
  const reef = await publishOn(2, { title: 'Zibeline' });
  await publishOn(3);
  const late = [...fake.table.items.values()].filter((item) => item.liveIn);
  const gone = await withdrawn(reef);
  fake.table.client.on(QueryCommand, { IndexName: 'live-by-date' }).resolves({ Items: late });
  await render(gone);
  expect(showing('Zibeline')).toEqual([]);
});

it('leaves alone what was written before and after', async () => {
  await publishOn(1);
  const reef = await publishOn(2, { title: 'Zibeline' });
  for (let day = 3; day < 16; day++) await publishOn(day);
  const gone = await withdrawn(reef);
  fake.bucket.client.resetHistory();
  await render(gone, on(20));
  const written = fake.bucket.client
    .commandCalls(PutObjectCommand)
    .map(({ args }) => args[0].input.Key?.split('/')[4]);
  // Day 12 is the tenth above it; a late index may have shown the title for a moment more.
  expect(new Set(written)).toEqual(
    new Set(['day-2', ...Array.from({ length: 10 }, (_, index) => `day-${index + 3}`)]),
  );
});

it('writes a neighbour’s page again if that moves meanwhile', async () => {
  const reef = await publishOn(2, { title: 'Zibeline' });
  const neighbour = await publishOn(3);
  const gone = await withdrawn(reef);
  let moved = false;
  fake.bucket.client.on(PutObjectCommand).callsFake(({ Key, Body }) => {
    fake.bucket.objects.set(Key, String(Body));
    if (Key.includes('day-3') && !moved) {
      moved = true;
      const key = `STATEMENT#${neighbour.id} HEAD`;
      fake.table.items.set(key, { ...fake.table.items.get(key), version: 9 });
    }
    return {};
  });
  fake.bucket.client.resetHistory();
  await render(gone);
  const written = fake.bucket.client.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key);
  expect(written.filter((key) => key === 'en/2026/05/03/day-3/index.html')).toHaveLength(2);
});
