import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkout } from './checkout.ts';

const folder = checkout();
const out = join(folder, 'cdk.out');

/** Runs the app as the CDK's command does, with its `-c` options, on a machine that knows of no account. */
function synth(context: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
  return { status, said: stdout + stderr };
}

describe('cdk synth', () => {
  it('has nothing to say, by cdk-nag’s rules or CloudFormation’s schemas, and needs no account', () => {
    expect(synth()).toEqual({ status: 0, said: '' });
    expect(existsSync(join(out, 'meridian-state.template.json'))).toBe(true);
    expect(existsSync(join(out, 'meridian-service.template.json'))).toBe(true);
  }, 60_000);

  it('deploys what can be made again after what can’t', () => {
    const { artifacts } = z
      .object({
        artifacts: z.record(z.string(), z.looseObject({ dependencies: z.array(z.string()).optional() })),
      })
      .parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
    expect(artifacts['meridian-service']?.dependencies).toContain('meridian-state');
    expect(artifacts['meridian-state']?.dependencies ?? []).not.toContain('meridian-service');
  });

  it('wants a certificate with a domain', () => {
    const { status, said } = synth({ domain: 'press.example' });
    expect(status).not.toBe(0);
    expect(said).toContain('-c domain=… needs -c certificate=ARN');
  });

  it('names a mistake in the site file by its place', () => {
    const site = JSON.parse(readFileSync('infra/site.json', 'utf8'));
    writeFileSync(join(folder, 'bad.json'), JSON.stringify({ ...site, timeZone: 'Atlantis/Capital' }));
    const { status, said } = synth({ site: 'bad.json' });
    expect(status).not.toBe(0);
    expect(said).toContain('/timeZone');
  });
});
