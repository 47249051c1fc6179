import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync('{infra,functions,shared,desk,bench,tests}/**/*.{ts,js,css}').sort();
const read = (file: string) => readFileSync(file, 'utf8');
const importsOf = (file: string) =>
  [...read(file).matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
const deployed = sources.filter((file) => /^(functions|shared)\//.test(file));

describe('the house', () => {
  it('has files that fit on a few screens', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 251)).toEqual([]);
  });

  it.each([
    ['@aws-sdk/client-dynamodb', ['shared/table.ts']],
    ['@aws-sdk/lib-dynamodb', ['shared/table.ts']],
    ['@aws-sdk/client-s3', ['shared/site.ts', 'shared/uploads.ts']],
    ['@aws-sdk/s3-request-presigner', ['shared/presigned-upload.ts']],
    ['@aws-sdk/client-eventbridge', ['shared/bus.ts']],
    ['@aws-sdk/client-sqs', ['shared/later.ts']],
  ])('imports %s in %s alone', (client, owners) => {
    expect(deployed.filter((file) => importsOf(file).includes(client))).toEqual(owners);
  });

  it('keeps functions from importing each other, and the deployed from what deploys it', () => {
    const crossing = deployed.flatMap((file) => {
      const [, own] = /^functions\/([^/]+)\//.exec(file) ?? [];
      return importsOf(file)
        .filter((name) => /aws-cdk|constructs|\/infra\//.test(name) || (!own && name.includes('/functions/')))
        .concat(
          own
            ? importsOf(file).filter((name) => /^(\.\.\/)+(?!shared|functions)[a-z-]+\/handler/.test(name))
            : [],
        )
        .map((name) => `${file}: ${name}`);
    });
    expect(crossing).toEqual([]);
  });

  it('keeps AWS out of the rules', () => {
    const pure = deployed.filter((file) => /^shared\/(statement|attachment|markup|html|labels)\//.test(file));
    expect(pure.flatMap((file) => importsOf(file).filter((name) => name.includes('aws')))).toEqual([]);
  });

  it('reads the environment in one place', () => {
    expect(deployed.filter((file) => read(file).includes('process.env'))).toEqual(['shared/env.ts']);
  });
});
