import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/release/handler.ts';
import { dueEvent } from '../../../shared/events.ts';
import { statementKey } from '../../../shared/keys.ts';
import { create, edit, remark } from '../../../shared/statement/drafting.ts';
import type { PublicNote } from '../../../shared/statement/publishing.ts';
import { isScheduled, type Scheduled, schedule, unschedule } from '../../../shared/statement/scheduling.ts';
import type { Head, KeptContent } from '../../../shared/statement/statement.ts';
import { takeSlug } from '../../../shared/table/addresses.ts';
import { commit } from '../../../shared/table/commit.ts';
import { takeDue } from '../../../shared/table/due.ts';
import { readHead } from '../../../shared/table/heads.ts';
import { readTrail } from '../../../shared/table/records.ts';
import { tableOf } from '../../../shared/table.ts';
import { act, content, person, text, withWork } from '../../shared/statement/sample.ts';
import { fakeTable } from '../fake-table.ts';
import { messageOf, published, withdrawn } from '../publish.ts';

const sqs = mockClient(SQSClient);
const table = tableOf('table');
const ben = person('Ben');
const due = '2026-05-05T08:00:00.000Z';
const dueSeconds = Date.parse(due) / 1000;
let fake: ReturnType<typeof fakeTable>;

beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({});
  fake = fakeTable();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(due) });
});
afterEach(() => {
  fake.client.restore();
  vi.useRealTimers();
});

const secondsAfterDue = (seconds: number) => vi.setSystemTime((dueSeconds + seconds) * 1000);

function scheduledHead(head: Head | undefined): Scheduled {
  if (!head || !isScheduled(head)) throw new Error('The head is not scheduled');
  return head;
}

/** Commits a statement that is scheduled by Ben, as the API does. */
async function scheduled(id: string, changes: Partial<KeptContent> = {}, at = due): Promise<Scheduled> {
  const draft = create(id, { ...text, content: { ...content, title: id, ...changes } }, act(`c-${id}`));
  return planned(await commit(table, draft, act(`c-${id}`)), {}, at);
}

async function planned(head: Head, note: PublicNote, at = due): Promise<Scheduled> {
  const plan = act(`s-${head.id}-${head.version}`, ben);
  return scheduledHead(await commit(table, schedule(withWork(head), { at }, note, plan), plan));
}

const release = (...heads: Scheduled[]) =>
  handler({ Records: heads.map((head, index) => messageOf(dueEvent(head), `m-${index}`)) });
const liveOf = async (id: string) => (await readHead(table, id))?.live;
async function trailOf(id: string) {
  const head = await readHead(table, id);
  return head ? readTrail(table, head) : [];
}
const actionsOf = async (id: string) => (await trailOf(id)).map(({ action }) => action);
const sent = () => sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input);

describe('a statement that is due', () => {
  it('is published once, by whoever scheduled it', async () => {
    const head = await scheduled('reef');
    await release(head);
    await release(head);
    expect(await liveOf('reef')).toMatchObject({
      edition: 1,
      path: '/en/2026/05/04/reef/',
      firstPublished: due,
    });
    expect(await actionsOf('reef')).toEqual(['publish', 'schedule', 'create']);
    expect((await trailOf('reef'))[0]).toMatchObject({
      actor: { name: 'Ben', role: 'editor' },
      client: 'desk',
      scheduled: { at: due },
    });
    expect(sent()).toEqual([]);
  });

  it('is published once by two who try at once', async () => {
    const head = await scheduled('reef');
    await Promise.all([release(head), release(head), release(head)]);
    expect(await liveOf('reef')).toMatchObject({ edition: 1, reference: 'PR/2026/1' });
  });

  it('over a live text is a correction with its note', async () => {
    const live = await published('reef', { slug: 'reef' });
    const edited = act('edit');
    const changed = { ...text, content: { ...content, title: 'Shut' } };
    const work = await commit(table, edit(live, changed, edited), edited);
    await release(await planned(work, { note: 'It is shut.', significance: 'major' }));
    expect(await liveOf('reef')).toMatchObject({
      edition: 2,
      title: 'Shut',
      note: 'It is shut.',
      act: 'correct',
    });
  });

  it('is published though it moved in the middle', async () => {
    const head = await scheduled('reef');
    const note = act('note');
    // A remark takes three writes, and a publication more: its first try is of an older version then.
    await Promise.all([release(head), commit(table, remark(head, 'Good luck.', note), note)]);
    expect(await actionsOf('reef')).toEqual(['publish', 'note', 'schedule', 'create']);
  });

  it('less than a second later is waited for', async () => {
    const head = await scheduled('reef');
    vi.useRealTimers();
    const soon = new Date(Date.now() + 400);
    await release(await planned(head, {}, soon.toISOString()));
    const { firstPublished = '' } = (await liveOf('reef')) ?? {};
    expect(Date.parse(firstPublished)).toBeGreaterThanOrEqual(soon.getTime());
    expect(Date.parse(firstPublished)).toBeLessThan(soon.getTime() + 2000);
  });
});

describe('a statement that is due later', () => {
  it.each([
    [-1.001, 1],
    [-90.7, 90],
    [-900.9, 900],
  ])('comes again then, and never behind it: at %d seconds', async (seconds, DelaySeconds) => {
    const head = await scheduled('reef');
    secondsAfterDue(seconds);
    await release(head);
    expect(sent()).toMatchObject([{ DelaySeconds, QueueUrl: expect.stringContaining('/release') }]);
    expect(JSON.parse(sent()[0]?.MessageBody ?? '')).toMatchObject({ detail: { id: 'reef' } });
    expect(await liveOf('reef')).toBeUndefined();
  });

  it('than a queue waits is left to the sweep', async () => {
    const head = await scheduled('reef');
    secondsAfterDue(-901.1);
    await release(head);
    expect([sent(), await liveOf('reef')]).toEqual([[], undefined]);
  });

  it('since it was scheduled anew, or not at all any more, is left alone by an older message', async () => {
    const head = await scheduled('reef');
    const later = await planned(head, {}, '2026-06-01T00:00:00Z');
    await release(head);
    const undo = act('undo');
    await commit(table, unschedule(later, undo), undo);
    await release(head);
    expect([sent(), await liveOf('reef')]).toEqual([[], undefined]);
  });
});

describe('after an outage', () => {
  it('what is late goes out in the order of its times, flagged, whichever message comes first', async () => {
    const times = ['2026-05-05T07:59:00.000Z', '2026-05-05T07:00:00Z', '2026-05-05T09:30:00+02:00'];
    const heads = await Promise.all(times.map((at, n) => scheduled(`n-${n}`, {}, at)));
    await release(...heads);
    const lives = await Promise.all(['n-1', 'n-2', 'n-0'].map(liveOf));
    expect(lives.map((live) => live?.reference)).toEqual(['PR/2026/1', 'PR/2026/2', 'PR/2026/3']);
    const published = lives.map((live) => live?.firstPublished ?? '');
    expect(published).toEqual(published.toSorted());
    expect(lives.map((live) => Math.floor(live?.late?.seconds ?? 0))).toEqual([3600, 1800, 60]);
  });

  it('one that fails holds up no other, and is tried again', async () => {
    const broken = await scheduled('broken', {}, '2026-05-05T07:00:00Z');
    const whole = await scheduled('whole', {}, '2026-05-05T07:30:00Z');
    fake.items.delete(`${statementKey('broken')} ${broken.work.text}`);
    for (let tries = 0; tries < 2; tries++)
      expect((await release(broken)).batchItemFailures).toEqual([{ itemIdentifier: 'm-0' }]);
    expect((await release(whole)).batchItemFailures).toEqual([]);
    expect(await liveOf('whole')).toMatchObject({ edition: 1 });
    expect((await readHead(table, 'broken'))?.work?.state).toBe('scheduled');
  });
});

describe('what somebody else is publishing', () => {
  it('is left to them, and looked at again in a second: they may have died', async () => {
    const head = await scheduled('reef');
    expect(await takeDue(table, head)).toBe('own');
    await release(head);
    expect([await liveOf('reef'), sent()]).toMatchObject([undefined, [{ DelaySeconds: 1 }]]);
    secondsAfterDue(16);
    await release(head);
    expect(await liveOf('reef')).toMatchObject({ edition: 1 });
  });

  it('holds back what was due after it', async () => {
    const first = await scheduled('first', {}, '2026-05-05T07:00:00Z');
    await takeDue(table, first);
    await release(await scheduled('second', {}, '2026-05-05T07:30:00Z'));
    expect([await liveOf('second'), sent()]).toMatchObject([undefined, [{ DelaySeconds: 1 }]]);
  });
});

describe('what can’t go out', () => {
  const failureOf = async (id: string) => ({
    work: (await readHead(table, id))?.work,
    newest: (await trailOf(id))[0],
  });

  it('says why, for a slug that somebody else has', async () => {
    const other = await published('other', { slug: 'reef' });
    await takeSlug(table, { id: other.id, at: due }, { ...content, slug: 'reef' });
    const { batchItemFailures } = await release(await scheduled('reef', { slug: 'reef' }));
    expect(batchItemFailures).toEqual([]);
    const reason = 'Another statement has the slug reef on 2026-05-04.';
    const { work, newest } = await failureOf('reef');
    expect(work).toMatchObject({ state: 'failed', failure: { reason, at: due }, schedule: { at: due } });
    expect(newest).toMatchObject({ action: 'fail', reason, scheduled: { at: due } });
  });

  it('says why, for a type that the site has no more', async () => {
    await release(await scheduled('reef', { type: 'telegram' }));
    expect((await failureOf('reef')).work?.failure?.reason).toContain('/type is not one of press-release');
  });

  it('says why, for a text that was withdrawn meanwhile; and what was withdrawn stays so', async () => {
    const live = await published('reef', { slug: 'reef' });
    const edited = act('edit');
    const head = await planned(await commit(table, edit(live, text, edited), edited), {
      note: 'A word.',
      significance: 'minor',
    });
    await withdrawn(head);
    await release(head);
    const { work } = await failureOf('reef');
    expect(work?.failure?.reason).toBe(
      'A work copy can be published, first or as a correction. Over a withdrawn text, restore does that. This statement is withdrawn, its work copy scheduled.',
    );
    expect(await liveOf('reef')).toMatchObject({ edition: 1, withdrawn: { keepText: false } });
  });
});
