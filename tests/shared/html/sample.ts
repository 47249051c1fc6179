import type { Frame } from '../../../shared/html/frame.ts';
import { parseSiteFile } from '../../../shared/site-file.ts';
import type { PublicListing, PublicStatement } from '../../../shared/statement/public.ts';

/** A newsroom in three languages, one of them right to left. */
export const site = parseSiteFile({
  id: 'meridian',
  name: { en: 'Meridian Institute', fr: 'Institut Meridian', ar: 'معهد ميريديان' },
  languages: [
    { code: 'en', name: 'English' },
    { code: 'fr', name: 'Français' },
    { code: 'ar', name: 'العربية', dir: 'rtl' },
  ],
  clocks: [{ city: { en: 'Lisbon', fr: 'Lisbonne', ar: 'لشبونة' }, timeZone: 'Europe/Lisbon' }],
  contacts: [
    {
      label: { en: 'Press office', fr: 'Service de presse', ar: 'المكتب الصحفي' },
      phone: '+351 (0) 800 555 0142',
    },
  ],
  timeZone: 'Europe/Lisbon',
  topics: [{ id: 'expeditions', names: { en: 'Expeditions', fr: 'Expéditions', ar: 'البعثات' } }],
  origin: 'https://press.meridian.example',
  from: 'Meridian <press@meridian.example>',
});

export const frame: Frame = {
  site,
  language: 'en',
  origin: 'https://press.meridian.example',
  style: '/assets/site-1a2b.css',
  script: '/assets/site-3c4d.js',
  allMessagesPath: '/en/all/',
  now: new Date('2026-05-04T10:00:00Z'),
};

export const listing: PublicListing = {
  id: 's1',
  type: 'press-release',
  language: 'en',
  title: 'Survey maps 158 wrecks',
  excerpt: 'The charts are open to all from today.',
  date: '2026-05-04',
  topics: [],
  speakers: [],
  contacts: [],
  edition: 1,
  slug: 'survey-maps-158-wrecks',
  path: '/en/2026/05/04/survey-maps-158-wrecks/',
  reference: 'PR/2026/1',
  firstPublished: '2026-05-04T09:00:00.000Z',
  lastMajorChange: '2026-05-04T09:00:00.000Z',
  lastChange: '2026-05-04T09:00:00.000Z',
};

export const statement: PublicStatement = { ...listing, body: 'The charts are open to all from today.' };
