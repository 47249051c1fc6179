import { describe, expect, it } from 'vitest';
import { redrive } from '../../../../infra/local/stores/redrive.ts';
import { fifo, queue, queueArn, redrivenTo } from './queues.ts';
import { storesWith } from './stores-in-test.ts';

const resources = [
  queue('render', redrivenTo('render-dead', 5)),
  queue('render-dead'),
  queue('feeds.fifo', { ...fifo, ...redrivenTo('feeds-dead.fifo', 5) }),
  queue('feeds-dead.fifo', fifo),
];

/** The queues with these dead letters; `bodies` are the messages that wait in a queue. */
async function withDeadLetters(letters: { render?: string[]; feeds?: string[] }) {
  const stores = await storesWith(resources);
  for (const body of letters.render ?? []) stores.send(queueArn('render-dead'), body);
  for (const body of letters.feeds ?? []) stores.send(queueArn('feeds-dead.fifo'), body, 'en', body);
  const bodies = (name: string) => stores.server.inspectQueue(name)?.messages.ready.map(({ body }) => body);
  return { stores, bodies, redrive: (queue: string) => redrive({ resources }, stores, queue) };
}

describe('dead letters', () => {
  it('go back to their queue, more than fit into one batch, and are counted', async () => {
    const letters = Array.from({ length: 23 }, (_, index) => `letter ${index}`);
    const { bodies, redrive } = await withDeadLetters({ render: letters });
    expect(await redrive('render-dead')).toBe(23);
    expect(bodies('render')).toEqual(letters);
    expect(bodies('render-dead')).toEqual([]);
  });

  it('of a FIFO queue go back in order, into their group, though their queue has just seen them', async () => {
    const { stores, bodies, redrive } = await withDeadLetters({ feeds: ['1', '2', '3'] });
    stores.send(queueArn('feeds.fifo'), '2', 'en');
    expect(await redrive('feeds-dead.fifo')).toBe(3);
    expect(bodies('feeds.fifo')).toEqual(['2', '1', '2', '3']);
    const messages = stores.server.inspectQueue('feeds.fifo')?.messages.ready ?? [];
    expect(messages.map(({ messageGroupId }) => messageGroupId)).toEqual(['en', 'en', 'en', 'en']);
  });

  it('of all queues go back at once', async () => {
    const { bodies, redrive } = await withDeadLetters({ render: ['a'], feeds: ['b'] });
    expect(await redrive('all')).toBe(2);
    expect([bodies('render'), bodies('feeds.fifo')]).toEqual([['a'], ['b']]);
  });

  it('may be none', async () => {
    const { redrive } = await withDeadLetters({});
    expect(await redrive('render-dead')).toBe(0);
    expect(await redrive('all')).toBe(0);
  });

  it('of one queue leave those of the others alone', async () => {
    const { bodies, redrive } = await withDeadLetters({ render: ['a'], feeds: ['b'] });
    expect(await redrive('render-dead')).toBe(1);
    expect(bodies('feeds-dead.fifo')).toEqual(['b']);
  });
});

it.each(['render', 'nowhere', ''])('“%s” is refused, as it has no dead letters of anybody', async (name) => {
  const { redrive } = await withDeadLetters({});
  await expect(redrive(name)).rejects.toThrow(new RangeError(`${name} is no queue's dead-letter queue`));
});
