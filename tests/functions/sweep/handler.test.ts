import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/sweep/handler.ts';
import { build } from '../../../shared/build.ts';
import { create } from '../../../shared/statement/drafting.ts';
import { schedule } from '../../../shared/statement/scheduling.ts';
import { channels } from '../../../shared/statement/statement.ts';
import { commit } from '../../../shared/table/commit.ts';
import { writeListsState } from '../../../shared/table/lists-state.ts';
import { settle } from '../../../shared/table/pending.ts';
import { settleIndexed } from '../../../shared/table/unindexed.ts';
import { tableOf } from '../../../shared/table.ts';
import { act, text, withWork } from '../../shared/statement/sample.ts';
import { fakeTable } from '../fake-table.ts';
import { published } from '../publish.ts';

const bus = mockClient(EventBridgeClient);
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  bus.reset();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
  table = fakeTable();
});
afterEach(() => table.client.restore());

const sent = () => bus.commandCalls(PutEventsCommand).flatMap(({ args }) => args[0].input.Entries ?? []);
const listsAreMade = async (build: string) => {
  for (const language of ['en', 'fr']) await writeListsState(tableOf('table'), language, { ids: [], build });
};

it('sends again what has not reached the site for over a minute, and nothing younger', async () => {
  await listsAreMade(build);
  await published('late', {}, new Date(Date.now() - 61_000).toISOString());
  await published('young', {}, new Date(Date.now() - 59_000).toISOString());
  await handler();
  expect(sent()).toMatchObject([
    { EventBusName: 'bus', Source: 'communique', DetailType: 'Statement Published' },
    { EventBusName: 'bus', Source: 'communique', DetailType: 'Statement Changed' },
  ]);
  for (const { Detail = '' } of sent()) expect(JSON.parse(Detail)).toMatchObject({ id: 'late', edition: 1 });
});

it('tells the index alone of what is on the site already', async () => {
  await listsAreMade(build);
  const head = await published('late', {}, new Date(Date.now() - 61_000).toISOString());
  for (const channel of channels) await settle(tableOf('table'), head, channel);
  await handler();
  expect(sent().map(({ DetailType }) => DetailType)).toEqual(['Statement Changed']);
  await settleIndexed(tableOf('table'), head);
  bus.resetHistory();
  await handler();
  expect(sent()).toEqual([]);
});

it('hands over what is scheduled and due within two minutes and a half, and what was due, in order', async () => {
  await listsAreMade(build);
  const seconds = { soon: 149, late: -3600, later: 151, now: 0 };
  for (const [id, ahead] of Object.entries(seconds)) {
    const draft = await commit(tableOf('table'), create(id, text, act()), act());
    const at = new Date(Date.now() + ahead * 1000).toISOString();
    await commit(tableOf('table'), schedule(withWork(draft), { at }, {}, act('b2')), act('b2'));
  }
  await handler();
  const due = sent().filter(({ DetailType }) => DetailType === 'Publication Due');
  expect(due.map(({ Detail }) => JSON.parse(Detail ?? ''))).toEqual(
    ['late', 'now', 'soon'].map((id) => ({ id, language: 'en' })),
  );
});

it('asks for lists that are missing, or that another build made', async () => {
  await handler();
  expect(sent().map(({ Detail }) => JSON.parse(Detail ?? ''))).toEqual([
    { language: 'en' },
    { language: 'fr' },
  ]);
  bus.resetHistory();
  await listsAreMade('another build');
  await handler();
  expect(sent()).toHaveLength(2);
  bus.resetHistory();
  await listsAreMade(build);
  await handler();
  expect(sent()).toEqual([]);
});
