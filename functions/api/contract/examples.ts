/** The examples of the OpenAPI document: one statement and what becomes of it. */

export const text = {
  type: 'press-release',
  language: 'en',
  title: 'Volunteers count 412 tide pools',
  body: 'Four hundred and twelve pools were counted along the north shore on Sunday.\n\nThe next count is in autumn.',
  date: '2026-05-04',
  topics: ['coast'],
  speakers: [{ name: 'Ines Tavira', role: 'Head of Surveys' }],
};

const person = { sub: '7c1e0d52', name: 'Mara Quill' };
const id = '4f0c2a9be17d35680c4e';
const path = '/en/2026/05/04/volunteers-count-412-tide-pools/';
const excerpt = text.body.replace('\n\n', ' ');
const { body, ...listing } = { ...text, contacts: [], excerpt };

const shown = {
  id,
  path,
  url: `https://press.example${path}`,
  createdAt: '2026-05-04T08:12:30.118Z',
  createdBy: person,
  restrictedTo: null,
  publishedWithoutReview: null,
  overrides: [],
};

const work = { ...listing, state: 'draft', handsOn: [person.name] };

const live = {
  ...listing,
  edition: 1,
  slug: 'volunteers-count-412-tide-pools',
  path,
  formerPaths: [],
  reference: 'PR/2026/142',
  firstPublished: '2026-05-04T09:00:00.402Z',
  lastMajorChange: '2026-05-04T09:00:00.402Z',
  lastChange: '2026-05-04T09:00:00.402Z',
};

const listed = {
  ...shown,
  version: 4,
  reference: live.reference,
  live,
  work: null,
  actions: ['edit', 'withdraw', 'amend-note', 'note'],
};

export const draft = {
  ...shown,
  version: 1,
  reference: null,
  live: null,
  work: { ...work, body },
  translations: [],
  actions: ['edit', 'submit', 'delete', 'note'],
};

export const scheduled = {
  ...draft,
  version: 2,
  work: {
    ...draft.work,
    state: 'scheduled',
    schedule: {
      at: '2026-05-05T10:00:00+02:00',
      siteTime: '2026-05-05T09:00:00+01:00',
      siteTimeZone: 'Europe/Lisbon',
      by: person.name,
    },
  },
  actions: ['publish', 'schedule', 'unschedule', 'note'],
};

export const published = {
  ...listed,
  live: { ...live, body },
  translations: [
    { id: '8be1f26d03c97a54e20b', language: 'fr', state: 'live', edition: 1, follows: 1, behind: false },
  ],
};

export const list = {
  items: [listed],
  next: 'MCMyMDI2LTA1LTA0VDA4OjEyOjMwLjExOFojNGYwYzJhOWJlMTdkMzU2ODBjNGU',
};

export const counts = {
  draft: 7,
  'in-review': 2,
  approved: 1,
  scheduled: 3,
  failed: 0,
  live: 1204,
  withdrawn: 5,
  waiting: 3,
  mine: 88,
};

const entry = {
  version: 4,
  action: 'publish',
  at: live.firstPublished,
  actor: { ...person, role: 'editor' },
  client: 'desk',
  edition: 1,
  previous: '9d2f6c04a7b1835ee0c46fd92b7a51180f3ce6d4925b08a71c3df46e58b29a07',
  hash: '1b84e5f3027cd96a4481be0d57f29c63a08e7d5512f4b36c90ea87d3164cf2b5',
};

export const history = { items: [entry], next: null };

const version = { version: 4, at: live.firstPublished, by: person.name, action: 'publish', edition: 1 };

export const versions = { items: [version], next: null };

export const versionWithText = { ...version, content: { ...text, contacts: [] } };

export const difference = {
  from: 1,
  to: 4,
  title: [{ op: 'equal', text: text.title }],
  summary: [],
  body: [
    { op: 'equal', text: 'Four hundred and ' },
    { op: 'delete', text: 'ten' },
    { op: 'insert', text: 'twelve' },
    { op: 'equal', text: ' pools were counted along the north shore on Sunday.' },
  ],
};

export const announced = { name: 'Tide pools.pdf', mediaType: 'application/pdf', size: 81_920 };

export const attachment = {
  ...announced,
  id: '0d9a4c7be25f18360b71',
  state: 'ready',
  sha256: '5e0b6f1c93a7d42880ce6fd92b7a51180f3ce6d4925b08a71c3df46e58b29a07',
};

export const announcement = {
  ...attachment,
  state: 'awaiting-upload',
  sha256: null,
  upload: {
    method: 'PUT',
    url: 'https://uploads.example/uploads/0d9a4c7be25f18360b71?X-Amz-Expires=900',
    headers: { 'Content-Type': 'application/pdf', 'If-None-Match': '*' },
    expiresAt: '2026-05-04T09:15:00.000Z',
  },
};

const previewed = {
  id: '7c1f0ae29b3d4e85',
  recipient: 'Noor Haddad',
  version: 3,
  expiresAt: '2026-05-05T06:00:00.000Z',
};

export const madePreview = {
  ...previewed,
  url: 'https://press.example/preview/q7Zr1x0cUe9bYkq3mT2vLwHs5dPjR8aNfGiK4oXyEtM',
};

export const previews = {
  items: [
    {
      ...previewed,
      email: null,
      createdAt: '2026-05-04T06:00:00.000Z',
      createdBy: person.name,
      state: 'open',
      revokedAt: null,
      openings: { count: 1, last: '2026-05-04T06:12:09.731Z' },
    },
  ],
  next: null,
};

export const checks = {
  items: [
    {
      code: 'dead-link',
      severity: 'warning',
      message: 'The link “the autumn count” leads to an address of this site that no statement has or had.',
      pointer: '/body',
      place: { line: 3, excerpt: 'It follows [the autumn count](/en/2025/10/12/autumn-count/).' },
    },
  ],
  next: null,
};

export const me = {
  ...person,
  role: 'author',
  client: 'desk',
  review: 'required',
  actions: ['read', 'create', 'edit', 'submit', 'discard', 'delete', 'note'],
};
