/**
 * `node bench/search.ts 10000`: fills a search index with what so many made-up statements have of the terms that are
 * asked for, and prints what a change writes and what lists and searches take, as `name value unit` lines. Times are of
 * this machine, with dynalite behind HTTP.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { termKey } from '../shared/keys.ts';
import { type Asked, askedWords, postingsOf } from '../shared/statement/postings.ts';
import type { Head, KeptContent } from '../shared/statement/statement.ts';
import { soughtWords } from '../shared/statement/words.ts';
import { median, percentile, rounded } from './figure.ts';

const statements = Number(process.argv[2] ?? 1000);
const server = dynalite({ createTableMs: 0 });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
});
// After the environment, which their client reads once.
const { CreateTableCommand, DynamoDBClient } = await import('@aws-sdk/client-dynamodb');
const { tableOf } = await import('../shared/table.ts');
const { listPosition } = await import('../shared/table/head-item.ts');
const { intersection, postingsReader, top, writePostings } = await import('../shared/table/postings.ts');

await new DynamoDBClient().send(
  new CreateTableCommand({
    TableName: 'search',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  }),
);
const table = tableOf('search');
let queries = 0;
let written = 0;
const counted: typeof table = {
  ...table,
  query: (query) => {
    queries++;
    return table.query(query);
  },
  writeAll: (puts, removals) => {
    written += puts.length + removals.length;
    return table.writeAll(puts, removals);
  },
};

let seed = 7;
/** The same numbers in every run, from 0 to 1 (a linear congruential generator). */
const random = () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};
const letter = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
const syllable = () => letter('bcdfghjklmnprstvwyz') + letter('aeiou');
const vocabulary = Array.from({ length: 20_000 }, (_, n) =>
  Array.from({ length: 2 + (n % 4) }, syllable).join(''),
);
/** Words as often as they are in a language: the n-th about 1/n as often as the first. */
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? '';
const said = (length: number) => Array.from({ length }, word).join(' ');

function made(n: number, title: string, body: string): [Head, KeptContent] {
  const listing = { type: n % 3 ? 'statement' : 'press-release', language: n % 2 ? 'en' : 'fr', title };
  const content = {
    ...listing,
    body,
    date: '2026-05-04',
    topics: [`topic-${n % 40}`],
    speakers: [],
    contacts: [],
  };
  const createdAt = new Date(Date.UTC(2010, 0, 1) + n * 50_000_000).toISOString();
  const by = { sub: `s${n % 12}`, name: `Author ${n % 12}` };
  const work = { ...content, excerpt: '', state: 'draft' as const, text: '', handsOn: [by] };
  return [
    { id: n.toString(16).padStart(20, '0'), version: 1, createdAt, createdBy: by, work, lastEntry: '' },
    content,
  ];
}
const postingsOfOne = (n: number, title: string, body: string) => {
  const [head, content] = made(n, title, body);
  return { head, postings: postingsOf(head, [content]) };
};
const line = (name: string, value: number, unit: string) => console.log(`${name} ${rounded(value)} ${unit}`);

const whole = postingsOfOne(1, said(8), said(400));
await writePostings(counted, whole.head, whole.postings);
line('search.new', written, 'writes');
written = 0;
whole.postings.set('text:ze', ' zebra ');
await writePostings(counted, whole.head, whole.postings);
line('search.edit', written, 'writes');

const searches: [string, Asked[]][] = [
  ['topic', [{ term: 'topic:topic-7' }]],
  ['type-language-author', [{ term: 'type:statement' }, { term: 'language:en' }, { term: 'author:s5' }]],
  ['common-words', askedWords(soughtWords(vocabulary.slice(0, 3).join(' ')), 'text')],
  ['rare-words', askedWords(soughtWords(`${vocabulary[9000]} ${vocabulary[12000]}`), 'text')],
  ['rare-in-title', askedWords(soughtWords(`${vocabulary[700]}`), 'title')],
  ['common-and-rare', askedWords(soughtWords(`${vocabulary[0]} ${vocabulary[9000]}`), 'text')],
  ['unfinished', askedWords(soughtWords(`${vocabulary[3]} ${vocabulary[50]?.slice(0, 3)}`), 'text')],
];
const terms = new Set(searches.flatMap(([, asked]) => asked.map(({ term }) => term)));
let puts: Parameters<typeof table.writeAll>[0] = [];
for (let n = 0; n < statements; n++) {
  const { head, postings } = postingsOfOne(n, said(8), said(400));
  for (const [term, words] of postings)
    if (terms.has(term)) puts.push({ pk: termKey(term), sk: listPosition(head), ...(words && { words }) });
  if (puts.length < 500 && n < statements - 1) continue;
  await table.writeAll(puts, []);
  puts = [];
}

for (const [name, asked] of searches) {
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < 11; n++) {
    queries = found = 0;
    const begun = performance.now();
    for await (const _ of intersection(
      asked.map((one) => postingsReader(counted, one)),
      top,
    ))
      if (++found === 20) break;
    times.push(performance.now() - begun);
  }
  line(`search.${name}.median`, median(times), 'ms');
  line(`search.${name}.p95`, percentile(times, 0.95), 'ms');
  line(`search.${name}.queries`, queries, `queries for ${found} found`);
}
server.close();
