import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/sweep/handler.ts';
import { writeListsState } from '../../../shared/table/lists-state.ts';
import { tableOf } from '../../../shared/table.ts';
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
  await listsAreMade('/assets/site-STYLE.css');
  await published('late', {}, new Date(Date.now() - 61_000).toISOString());
  await published('young', {}, new Date(Date.now() - 59_000).toISOString());
  await handler();
  expect(sent()).toMatchObject([
    { EventBusName: 'bus', Source: 'communique', DetailType: 'Statement Published' },
  ]);
  expect(JSON.parse(sent()[0]?.Detail ?? '')).toMatchObject({ id: 'late', edition: 1 });
});

it('asks for lists that are missing, or that another build made', async () => {
  await handler();
  expect(sent().map(({ Detail }) => JSON.parse(Detail ?? ''))).toEqual([
    { language: 'en' },
    { language: 'fr' },
  ]);
  bus.resetHistory();
  await listsAreMade('/assets/site-OLD.css');
  await handler();
  expect(sent()).toHaveLength(2);
  bus.resetHistory();
  await listsAreMade('/assets/site-STYLE.css');
  await handler();
  expect(sent()).toEqual([]);
});
