import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalFront, localFront } from './front/local-front.ts';

type Run = { stdout: string; stderr: string; code: number };
const execute = promisify(execFile);
let front: LocalFront;
beforeAll(async () => {
  front = await localFront();
});
afterAll(() => front.close());

const run = (port: number, ...args: string[]): Promise<Run> =>
  execute(process.execPath, ['infra/local/token.ts', ...args], {
    env: { ...process.env, PORT: String(port) },
  }).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    ({ stdout, stderr, code }) => ({ stdout, stderr, code }),
  );

describe('npm run token', () => {
  it.each([
    ['author', 'author', 'author'],
    ['anna:editor', 'anna', 'editor'],
  ])('-- %s prints a token that the API takes, and nothing else', async (who, name, group) => {
    const { stdout, stderr, code } = await run(front.port, who);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(stdout.trim())).toMatchObject({ name, 'cognito:groups': [group] });
    expect((await front.get('/api/v1/me', { Authorization: `Bearer ${stdout.trim()}` })).status).toBe(200);
  });

  it('says in one line of standard error that nothing runs, and fails', async () => {
    const { stdout, stderr, code } = await run(1, 'author');
    expect([stdout, code]).toEqual(['', 1]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('No stack answers at http://localhost:1/');
  });

  it('fails for nobody, and for a name without a group', async () => {
    for (const args of [[], ['anna:']]) {
      const { stdout, stderr, code } = await run(front.port, ...args);
      expect([stdout, code]).toEqual(['', 1]);
      expect(stderr).not.toBe('');
    }
  });
});
