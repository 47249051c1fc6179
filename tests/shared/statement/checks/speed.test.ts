import { expect, it } from 'vitest';
import { readForChecks } from '../../../../shared/statement/checks/checked.ts';
import { check } from '../../../../shared/statement/checks/checks.ts';
import { sourceOf } from '../../../../shared/statement/checks/source.ts';
import { site } from '../sample.ts';
import { read } from './checking.ts';
import { goodTexts } from './good-texts.ts';

const size = 200 * 1024;
const filled = (words: string) => words.repeat(Math.ceil(size / words.length)).slice(0, size);

/** The fastest of some tries, in milliseconds of this process's own time: that of others is not counted. */
function fastest(tries: number, work: () => void): number {
  const times = Array.from({ length: tries }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

it('reads and checks a text of 200 KB within 200 ms', () => {
  const body = filled(`${goodTexts[0]?.body?.replaceAll('[^1]', '')}\n\n`);
  const text = read({ body });
  expect(fastest(5, () => check({ ...text, ...readForChecks(site, text) }))).toBeLessThan(200);
});

const hostile = [
  '[^',
  '[',
  '![ ',
  '“',
  '_',
  '<',
  '`',
  '``` ',
  '](',
  'a  b ',
  'TODO: ',
  '[a](b) ',
  '[^a]: b\n',
];
const more = ['A B: c.', '\n', '[ \n', '((', 'a](', '[insert ', 'X', 'http://', '”””', 'a)))))', '| a  b\n'];

it.each([...hostile, ...more])('takes no more than its time for nothing but %j', (words) => {
  const body = filled(words);
  const text = read({ type: 'transcript', speakers: ['A B'], body: 'A B: c.' });
  const time = fastest(1, () => check({ ...text, words: [body], source: sourceOf(body, { code: [] }) }));
  expect(time).toBeLessThan(1500);
});
