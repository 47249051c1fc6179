import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../../infra/local/sample-file.ts';
import { parseSiteFile } from '../../../shared/site-file.ts';
import { acceptNew } from '../../../shared/statement/accept.ts';

const site = parseSiteFile(JSON.parse(readFileSync('infra/site.json', 'utf8')));
const now = new Date('2026-03-20T23:30:00Z');
const samples = readSamples(now, 'Asia/Tokyo');

describe('the sample newsroom', () => {
  it('has seven statements in English and five in French, of every type', () => {
    const languages = samples.map(({ statement }) => statement.language);
    expect(languages.filter((code) => code === 'en')).toHaveLength(7);
    expect(languages.filter((code) => code === 'fr')).toHaveLength(5);
    expect(new Set(samples.map(({ statement }) => statement.type))).toEqual(
      new Set(site.types.map(({ id }) => id)),
    );
  });

  it.each(samples)('sends $name as the API takes it', ({ statement }) => {
    expect(acceptNew(site, statement, '2026-01-01').content.body).not.toBe('');
  });

  it('ends today, by the newsroom’s own calendar, and comes oldest first', () => {
    const dates = samples.map(({ statement }) => statement.date);
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe('2026-03-21');
  });

  it('invites to an event at the hour of the newsroom, on either side of a change of clocks', () => {
    const startIn = (at: string) =>
      readSamples(new Date(at), 'Europe/Lisbon').find(({ statement }) => statement.type === 'event-notice')
        ?.statement['event'];
    expect(startIn('2026-03-20T12:00:00Z')).toMatchObject({ start: '2026-04-01T10:00:00+01:00' });
    expect(startIn('2026-03-10T12:00:00Z')).toMatchObject({ start: '2026-03-22T10:00:00+00:00' });
  });
});
