import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ninjsFile, ninjsNotice } from '../../../functions/render/ninjs-file.ts';
import type { BareStatement, PublicStatement } from '../../../shared/statement/public.ts';
import { readStatement } from '../../../shared/statement/reading.ts';
import { site, statement } from '../../shared/html/sample.ts';

const origin = 'https://press.meridian.example';
const ajv = new Ajv.default({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
const isNinjs = ajv.compile(
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'ninjs-2.1.schema.json'), 'utf8')),
);

function fileOf(more: Partial<PublicStatement> = {}) {
  const whole = { ...statement, ...more };
  const file = JSON.parse(ninjsFile(site, origin, whole, readStatement(site, whole, whole.path)));
  isNinjs(file);
  expect(isNinjs.errors ?? []).toEqual([]);
  return file;
}

const rich: Partial<PublicStatement> = {
  body: 'Wrecks [are charted](/en/all/), all *158*.\n\nدعوة إلى الغوص.',
  topics: ['expeditions'],
  speakers: ['Ada Lind', { name: 'Ines Calder', role: 'Director' }],
  contacts: [{ label: 'Desk', phone: '+351 800', email: 'desk@press.example' }],
  event: { start: '2026-05-09T10:00:00+01:00', place: 'The reef archive' },
  attachments: [
    { id: 'a', name: 'A.pdf', file: 'a.pdf', mediaType: 'application/pdf', size: 9 },
    { id: 'b', name: 'B.png', file: 'b.png', mediaType: 'image/png', size: 8, alt: 'A wreck' },
  ],
};

describe('ninjs.json', () => {
  it('is by IPTC’s schema, of little and of much', () => {
    expect(fileOf()).toMatchObject({ pubstatus: 'usable', version: '1', language: 'en' });
    expect(fileOf(rich)).toMatchObject({
      uri: 'tag:press.meridian.example,2026-05-04:s1',
      subjects: [{ name: 'Expeditions', literal: 'expeditions' }],
      people: [{ name: 'Ada Lind' }, { name: 'Ines Calder', literal: 'Director' }],
      places: [{ name: 'The reef archive' }],
      associations: [{ type: 'component' }, { type: 'picture', descriptions: [{ value: 'A wreck' }] }],
    });
  });

  it('has the text with links that lead there from anywhere, and plain', () => {
    const [marked, plain] = fileOf(rich).bodies;
    expect(marked.value).toContain(`<a href="${origin}/en/all/">are charted</a>`);
    expect(plain).toMatchObject({ value: expect.stringContaining('all 158.'), wordcount: 8 });
  });

  it('says of a correction what was corrected, by the same name and the next version', () => {
    const { uri, version, descriptions } = fileOf({ edition: 2, note: 'One wreck too few.' });
    expect([uri, version]).toEqual([fileOf().uri, '2']);
    expect(descriptions[1]).toMatchObject({ role: 'correction', value: 'One wreck too few.' });
  });

  it('is canceled by a withdrawal, with the reason, and with no word more where the text had to go', () => {
    const withdrawn = { at: '2026-05-05T10:00:00.000Z', reason: 'It was early.', keepText: false };
    expect(fileOf({ withdrawn: { ...withdrawn, keepText: true } })).toMatchObject({
      pubstatus: 'canceled',
      ednote: 'It was early.',
      versioncreated: withdrawn.at,
    });
    const bare: BareStatement = { ...statement, withdrawn };
    const { body, title } = statement;
    const file = ninjsNotice(site, origin, { ...bare });
    isNinjs(JSON.parse(file));
    expect(isNinjs.errors ?? []).toEqual([]);
    for (const words of [body, title]) expect(file).not.toContain(words);
  });
});
