import { describe, expect, it } from 'vitest';
import { answering, environmentOf } from './environment-of.ts';

const mebibytes6 = 6 * 1024 * 1024;

describe('a call', () => {
  it('gives the event to the handler and answers what it answers, as JSON', async () => {
    const echo = environmentOf(answering('({ event, at: new Date(0), left: undefined })'));
    expect(await echo.call({ title: 'Émigré' })).toEqual({
      event: { title: 'Émigré' },
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('answers null where the handler answers nothing', async () => {
    expect(await environmentOf(answering('undefined')).call({})).toBeNull();
  });

  it('sees its variables and its own session, and nothing of ours', async () => {
    const shown = environmentOf(answering('process.env'), { variables: { TABLE_NAME: 'heads' } });
    expect(await shown.call({})).toEqual({ TABLE_NAME: 'heads', AWS_SESSION_TOKEN: shown.session });
  });

  it('knows its request id and how much time is left', async () => {
    const shown = environmentOf(answering('[context.awsRequestId, context.getRemainingTimeInMillis()]'));
    expect(await shown.call({})).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      expect.toSatisfy((left: number) => left > 0 && left <= 5000),
    ]);
  });

  it('tells the time by the stack’s clock, as it is at each call', async () => {
    const ahead = new Float64Array(new SharedArrayBuffer(8));
    const clock = environmentOf(answering('Date.now()'), { ahead });
    const secondsAhead = async () => (Number(await clock.call({})) - Date.now()) / 1000;
    expect(await secondsAhead()).toBeCloseTo(0, -1);
    ahead[0] = 3_600_000;
    expect(await secondsAhead()).toBeCloseTo(3600, -1);
  });
});

describe('a failure', () => {
  it('is told by the name and message of what was thrown', async () => {
    const broken = environmentOf(`export const handler = async () => { throw new RangeError('too far'); };`);
    await expect(broken.call({})).rejects.toMatchObject({ name: 'RangeError', message: 'too far' });
    expect(broken.isAlive).toBe(true);
  });

  it('is a call that takes longer than the timeout, though it never gives way', async () => {
    const stuck = environmentOf('export const handler = () => { for (;;); };', { timeoutSeconds: 0.3 });
    await expect(stuck.call({})).rejects.toMatchObject({
      name: 'Sandbox.Timedout',
      message: 'Task timed out after 0.30 seconds',
    });
    expect(stuck.isAlive).toBe(false);
  });

  it('is an exit', async () => {
    const leaving = environmentOf('export const handler = async () => process.exit(3);');
    await expect(leaving.call({})).rejects.toMatchObject({ name: 'Runtime.ExitError' });
    expect(leaving.isAlive).toBe(false);
  });

  it('is more memory than the template gives', async () => {
    const hungry = environmentOf(
      'export const handler = async () => { const all = []; while (true) all.push(new Array(1e5).fill(all)); };',
      { memoryMegabytes: 32, timeoutSeconds: 15 },
    );
    await expect(hungry.call({})).rejects.toMatchObject({ name: 'Runtime.OutOfMemory' });
  });

  it('is an answer of more than 6 MB and 100 bytes', async () => {
    const wordy = environmentOf(answering(`'x'.repeat(event)`));
    // Two are the quotation marks of the JSON.
    expect(await wordy.call(mebibytes6 + 98)).toHaveLength(mebibytes6 + 98);
    await expect(wordy.call(mebibytes6 + 99)).rejects.toMatchObject({
      name: 'Function.ResponseSizeTooLarge',
      message: `Response payload size exceeded maximum allowed payload size (${mebibytes6 + 100} bytes).`,
    });
  });
});

describe('between two calls', () => {
  it('it is frozen: what a call left undone goes on in the next one', async () => {
    const late = environmentOf(
      `let ticks = 0;
       setInterval(() => ticks++, 1);
       export const handler = async ({ wait }) => {
         const before = ticks;
         await new Promise((resolve) => setTimeout(resolve, wait));
         return [before, ticks];
       };`,
    );
    const [, ticked] = (await late.call({ wait: 20 })) as [number, number];
    expect(ticked).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [before] = (await late.call({ wait: 0 })) as [number, number];
    // A timer that is due fires once, when the loop turns again.
    expect(before).toBeLessThanOrEqual(ticked + 1);
  });

  it('an error waits for the next call, which it ends', async () => {
    const undone = environmentOf(
      `export const handler = async ({ later }) => {
         if (later) setImmediate(() => { throw new Error('after the answer'); });
         return 'answered';
       };`,
    );
    expect(await undone.call({ later: true })).toBe('answered');
    expect(undone.isAlive).toBe(true);
    await expect(undone.call({})).rejects.toMatchObject({
      name: 'Runtime.ExitError',
      message: 'Error: after the answer',
    });
    expect(undone.isAlive).toBe(false);
  });

  it('it can be ended', async () => {
    const frozen = environmentOf(answering('1'));
    await frozen.call({});
    await frozen.end();
    expect(frozen.isAlive).toBe(false);
  });
});

it('tells what is written at once, line by line, and of the error that ends it', async () => {
  const talking = environmentOf(
    `console.log('loaded');
     export const handler = async ({ die }) => {
       console.log('said', 'twice\\n2');
       console.error('shouted');
       process.stdout.write(Buffer.from('bytes'));
       if (die) await new Promise(() => setImmediate(() => { throw new Error('died'); }));
     };`,
  );
  const written: string[] = [];
  talking.on('written', (text) => written.push(text));
  await talking.call({});
  expect(written).toEqual(['loaded\n', 'said twice\n2\n', 'shouted\n', 'bytes']);
  await talking.call({ die: true }).catch(() => undefined);
  expect(written.at(-1)).toBe('Error: died\n');
});
