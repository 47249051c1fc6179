import { readdirSync } from 'node:fs';
import { buildSync } from 'esbuild';

/** The functions by name: the folders in `functions/`. */
export const functionNames = readdirSync('functions').sort();

/** All code of ours that a function runs, legible: nothing of packages, and nothing that is never called. */
function codeOf(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [`functions/${name}/handler.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** What every match of a pattern's one group says, each once, in order. */
const words = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

/** The environment's names that a function's code reads, without the one that Lambda itself brings. */
export const namesRead = (name: string): string[] =>
  words(
    [...codeOf(name).matchAll(/\benv\(([^)]*)\)/g)].map((match) => match[1]).join(),
    /"([A-Z_]+)"/g,
  ).filter((name) => name !== 'AWS_REGION');

/** What the owners of AWS's clients ask of it, as IAM names it. */
const actions: Record<string, string[]> = {
  get: ['dynamodb:GetItem'],
  getAll: ['dynamodb:BatchGetItem'],
  put: ['dynamodb:PutItem'],
  remove: ['dynamodb:DeleteItem'],
  update: ['dynamodb:UpdateItem'],
  query: ['dynamodb:Query'],
  count: ['dynamodb:Query'],
  writeAll: ['dynamodb:BatchWriteItem'],
  PutObjectCommand: ['s3:PutObject'],
  DeleteObjectCommand: ['s3:DeleteObject'],
  GetObjectCommand: ['s3:GetObject'],
  CopyObjectCommand: ['s3:GetObject', 's3:PutObject'],
  /** An address that is signed is used with the rights of who has signed it. */
  presign: ['s3:PutObject'],
  ListObjectsV2Command: ['s3:ListBucket'],
  PutEventsCommand: ['events:PutEvents'],
  SendMessageCommand: ['sqs:SendMessage'],
  CreateInvalidationCommand: ['cloudfront:CreateInvalidation'],
};

/** The operations on data that a function's code asks for, as IAM names them. */
export function operationsCalled(name: string): string[] {
  const code = codeOf(name);
  const calls = [
    ...words(code, /\btable\d*\.(\w+)\(/g),
    // The document client's commands are all in `tableOf`, called or not.
    ...words(code, /new (\w+Command)\(/g).filter(
      (command) => !/^(Batch)?(Get|Put|Write|Delete|Update|Query)Command$/.test(command),
    ),
    ...words(code, /\bpresigner\.(presign)\(/g),
  ];
  const named = calls.flatMap((call) => actions[call] ?? [`unknown to this test: ${call}`]);
  return [...new Set(named)].sort();
}
