import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { temporary } from '../temporary.ts';
import { answering } from './environment-of.ts';
import { functionOf } from './function-of.ts';

/** Answers how many calls its environment had before. */
const counting = 'let calls = 0; export const handler = async () => calls++;';

describe('a function', () => {
  it('is as its template says', () => {
    expect(functionOf(counting, { timeout: 7 })).toMatchObject({
      name: 'worker',
      physicalId: 'newsroom-worker',
      role: 'arn:aws:iam::000000000000:role/newsroom-worker',
      timeoutSeconds: 7,
    });
  });

  it('sees the environment of its template, the door to AWS and its own credentials', async () => {
    const shown = functionOf(answering('process.env'), { memory: 256, env: { TABLE_NAME: 'heads' } });
    expect(await shown.invoke({})).toEqual({
      POWERTOOLS_SERVICE_NAME: 'worker',
      TABLE_NAME: 'heads',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: 'newsroom-worker',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_ACCESS_KEY_ID: 'worker',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SESSION_TOKEN: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('does not start with a property that it can not honour', () => {
    expect(() => functionOf(counting, { properties: { Layers: [] } })).toThrow('newsroomworker.Layers');
  });

  it('does not start with a bundle that is too large for Lambda', () => {
    const folder = temporary();
    mkdirSync(join(folder, 'asset.code'));
    writeFileSync(join(folder, 'asset.code', 'data.bin'), '');
    truncateSync(join(folder, 'asset.code', 'data.bin'), 262_144_000);
    expect(() => functionOf(counting, { folder })).toThrow('newsroomworker.Code: Unzipped size');
  });

  it('counts its calls and failures, and tells of each', async () => {
    const fickle = functionOf('export const handler = async (no) => { if (no) throw new Error("no"); };');
    const outcomes = vi.fn();
    fickle.on('invoked', outcomes);
    await fickle.invoke(false);
    await fickle.invoke(true).catch(() => undefined);
    expect(fickle).toMatchObject({ invocations: 2, errors: 1 });
    expect(fickle.lastError).toMatch(/^\d{4}-\S+Z Error: no$/);
    expect(outcomes.mock.calls).toEqual([
      [{ milliseconds: expect.any(Number), failed: false }],
      [{ milliseconds: expect.any(Number), failed: true }],
    ]);
  });

  it('keeps what it writes in a log that is named as it is, and tells of each line', async () => {
    const folder = temporary();
    const talking = functionOf(answering(`(console.log('said'), console.error('shouted'))`), { folder });
    const lines = vi.fn();
    talking.on('line', lines);
    await talking.invoke({});
    expect(lines.mock.calls).toEqual([['said'], ['shouted']]);
    expect(readFileSync(join(folder, 'logs/worker.log'), 'utf8')).toBe('said\nshouted\n');
  });
});

describe('an execution environment', () => {
  it('takes one call after the other, with what it remembers', async () => {
    const worker = functionOf(counting);
    worker.warm();
    expect([await worker.invoke({}), await worker.invoke({})]).toEqual([0, 1]);
  });

  it('takes one call at a time: four at most share the calls, and the others wait', async () => {
    const slow = functionOf(
      `let inside = 0;
       export const handler = async () => {
         const most = ++inside;
         await new Promise((resolve) => setTimeout(resolve, 20));
         inside--;
         return [most, process.env.AWS_SESSION_TOKEN];
       };`,
    );
    const answers = (await Promise.all(Array.from({ length: 10 }, () => slow.invoke({})))) as [
      number,
      string,
    ][];
    expect(answers.map(([most]) => most)).toEqual(Array(10).fill(1));
    expect(new Set(answers.map(([, session]) => session)).size).toBe(4);
  });

  it('that has ended is followed by a new one', async () => {
    const leaving = functionOf(
      'let calls = 0; export const handler = async (leave) => leave ? process.exit(3) : calls++;',
    );
    expect(await leaving.invoke(false)).toBe(0);
    await expect(leaving.invoke(true)).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    expect(await leaving.invoke(false)).toBe(0);
  });

  it('of an earlier bundle ends with its answer', async () => {
    const folder = temporary();
    const renewed = functionOf(answering('"earlier"'), { folder });
    expect(await renewed.invoke({})).toBe('earlier');
    writeFileSync(join(folder, 'later.mjs'), answering('"later"'));
    renewed.renew(join(folder, 'later.mjs'));
    expect(await renewed.invoke({})).toBe('later');
  });

  it('can be killed by its session in the middle of a call, which fails', async () => {
    const folder = temporary();
    const stuck = functionOf(
      'console.log(process.env.AWS_SESSION_TOKEN); export const handler = () => new Promise(() => {});',
      { folder },
    );
    const session = new Promise<string>((resolve) => stuck.once('line', resolve));
    const call = expect(stuck.invoke({})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    await stuck.kill('another session');
    await stuck.kill(await session);
    await call;
  });
});

describe('a call is refused', () => {
  it('if Lambda may not take the function’s role on', async () => {
    const permissions = allowingAllBut('sts:AssumeRole');
    await expect(functionOf(counting, { surroundings: { permissions } }).invoke({})).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('sts:AssumeRole on resource: arn:aws:iam::000000000000:role/'),
    });
  });

  it('with more than 6 MB to tell', async () => {
    const measuring = functionOf(answering('event.length'));
    // Two bytes are the quotation marks of the JSON.
    const most = 6 * 1024 * 1024 - 2;
    expect(await measuring.invoke('x'.repeat(most))).toBe(most);
    await expect(measuring.invoke('x'.repeat(most + 1))).rejects.toMatchObject({
      name: 'RequestEntityTooLargeException',
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    });
  });
});

describe('a planned fault', () => {
  it('throttles a call before it begins', async () => {
    const faults = planned({ site: 'worker invoke', kind: 'throttle' });
    const throttled = functionOf(counting, { surroundings: { faults } });
    await expect(throttled.invoke({})).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    expect(await throttled.invoke({})).toBe(0);
  });

  it('kills a function when all is done, and nobody hears of it', async () => {
    const faults = planned({ site: 'worker invoke', kind: 'kill' });
    const killed = functionOf(`console.log('done'); ${counting}`, { surroundings: { faults } });
    const lines = vi.fn();
    killed.on('line', lines);
    await expect(killed.invoke({})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    expect(lines.mock.calls).toEqual([['done']]);
    expect(await killed.invoke({})).toBe(0);
  });
});
