import { afterEach, expect, it, vi } from 'vitest';
import type { BusEvent } from '../../shared/events.ts';
import { logger } from '../../shared/logger.ts';
import { queueHandler } from '../../shared/queue.ts';
import { messageOf } from '../functions/publish.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const changed = (id: string, requestId: string): BusEvent => ({
  'detail-type': 'Statement Changed',
  detail: {
    schema: 1,
    id,
    version: 2,
    edition: 0,
    language: 'en',
    type: 'statement',
    at: '2026-05-04T10:00:00.000Z',
    requestId,
  },
});

it('logs the statements and the requests that a batch told of, each once', async () => {
  const info = vi.spyOn(logger, 'info');
  const handler = queueHandler(
    () => 'all',
    async () => undefined,
  );
  await handler({
    Records: [changed('a', 'r-1'), changed('b', 'r-2'), changed('a', 'r-2')].map((event, n) =>
      messageOf(event, `m-${n}`),
    ),
  });
  expect(info).toHaveBeenCalledWith(
    'handled',
    expect.objectContaining({ statements: ['a', 'b'], requestIds: ['r-1', 'r-2'] }),
  );
});

it('logs none of the words of a message that it can’t read, and gives that back alone', async () => {
  const error = vi.spyOn(logger, 'error');
  const handler = queueHandler(
    () => 'all',
    async () => undefined,
  );
  const answer = await handler({
    Records: [messageOf('{"title": embargoed}', 'bad'), messageOf(changed('a', 'r-1'), 'good')],
  });
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'bad' }]);
  expect(error).toHaveBeenCalledWith('unreadable', { messageId: 'bad', reason: 'SyntaxError' });
});
