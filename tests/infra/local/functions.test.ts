import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FunctionError } from '../../../infra/local/functions.ts';
import { functionOf } from './function-of.ts';
import { temporary } from './temporary.ts';

const answers = (expression: string) => `export const handler = async (event, context) => ${expression};`;

describe('a call', () => {
  it('gives the event to the handler and answers what it answers, as JSON', async () => {
    const echo = functionOf(answers('({ event, at: new Date(0), left: undefined })'));
    expect(await echo.invoke({ title: 'Émigré' })).toEqual({
      event: { title: 'Émigré' },
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('answers null where the handler answers nothing', async () => {
    expect(await functionOf(answers('undefined')).invoke({})).toBeNull();
  });

  it('sees the environment of its template, its endpoints and its own credentials, and nothing of ours', async () => {
    const shown = functionOf(answers('process.env'), { env: { TABLE_NAME: 'heads' } });
    const environment = await shown.invoke({});
    expect(environment).toMatchObject({
      TABLE_NAME: 'heads',
      AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:9',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'newsroom-worker',
      AWS_ACCESS_KEY_ID: 'worker',
    });
    expect(environment).not.toHaveProperty('PATH');
  });

  it('knows its request id and how much time is left', async () => {
    const context = functionOf(answers('[context.awsRequestId, context.getRemainingTimeInMillis()]'));
    expect(await context.invoke({})).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      expect.toSatisfy((left: number) => left > 0 && left <= 5000),
    ]);
  });

  it('has a worker to itself, so that calls at one time do not meet', async () => {
    const slow = functionOf(
      `let inside = 0;
       export const handler = async () => {
         const most = ++inside;
         await new Promise((resolve) => setTimeout(resolve, 20));
         inside--;
         return most;
       };`,
    );
    expect(await Promise.all(Array.from({ length: 10 }, () => slow.invoke({})))).toEqual(Array(10).fill(1));
  });
});

describe('a failure', () => {
  it('is told with the name and message of what was thrown', async () => {
    const broken = functionOf(`export const handler = async () => { throw new RangeError('too far'); };`);
    await expect(broken.invoke({})).rejects.toThrow(new FunctionError('RangeError: too far'));
    expect(broken).toMatchObject({ invocations: 1, errors: 1 });
    expect(broken.lastError).toContain('RangeError: too far');
  });

  it('is a call that takes longer than the timeout, though it never gives way', async () => {
    const stuck = functionOf(`export const handler = (event) => { while (event.stay); return 'out'; };`, {
      timeout: 1,
    });
    await expect(stuck.invoke({ stay: true })).rejects.toThrow('Task timed out after 1.00 seconds');
    expect(await stuck.invoke({ stay: false })).toBe('out');
  });

  it('is a worker that ends, and the next call has a new one', async () => {
    const leaving = functionOf(
      `export const handler = async (event) => event.leave ? process.exit(3) : 'here';`,
    );
    await expect(leaving.invoke({ leave: true })).rejects.toThrow('Runtime.ExitError');
    expect(await leaving.invoke({})).toBe('here');
  });

  it('of a worker between two calls is nothing to the next one', async () => {
    const folder = temporary();
    const undone = functionOf(
      `export const handler = async (event) => {
         if (event.later) setImmediate(() => { throw new Error('after the answer'); });
         return 'answered';
       };`,
      { folder },
    );
    expect(await undone.invoke({ later: true })).toBe('answered');
    await expect.poll(() => readFileSync(join(folder, 'logs/worker.log'), 'utf8')).toContain('after');
    expect(await undone.invoke({})).toBe('answered');
  });

  it('is more memory than the template gives', async () => {
    const hungry = functionOf(
      `export const handler = async () => { const all = []; while (true) all.push(new Array(1e5).fill(all)); };`,
      { memory: 32, timeout: 15 },
    );
    await expect(hungry.invoke({})).rejects.toThrow(/memory/i);
  });

  it('is a bundle that can not be loaded', async () => {
    await expect(functionOf('import "not-there";').invoke({})).rejects.toThrow(/not-there/);
  });
});

describe('its log', () => {
  it('has what the function writes, in a file named as the function', async () => {
    const folder = temporary();
    const talking = functionOf(answers(`(console.log('said'), console.error('shouted'))`), { folder });
    await talking.invoke({});
    await expect
      .poll(() => readFileSync(join(folder, 'logs/worker.log'), 'utf8').split('\n').sort())
      .toEqual(['', 'said', 'shouted']);
  });
});

it('does not start with a property that it can not honour', () => {
  expect(() => functionOf(answers('1'), { properties: { EphemeralStorage: { Size: 1024 } } })).toThrow(
    'EphemeralStorage',
  );
});
