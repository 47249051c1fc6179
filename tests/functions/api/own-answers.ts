/** One call for each answer of the API that a shared rule doesn't bring: what each operation answers of its own. */
import type { fakeTable } from '../fake-table.ts';
import { type Answered, call } from './call.ts';
import { change, created, text } from './operations/statement.ts';

const correction = { note: 'A word was wrong.', significance: 'minor' };
export const notice = { reason: 'A mistake.', keepText: true };
const slug = 'reef';
export const pdf = { name: 'Survey.pdf', mediaType: 'application/pdf', size: 20 };
export const announced = async () => (await call('POST', '/attachments', { body: pdf })).body['id'];
const soon = () => ({ at: new Date(Date.now() + 3_600_000).toISOString() });

/** A statement, published, corrected, withdrawn or with a work copy beside it. */
const published = (more = {}) => created({ publish: true, ...more });
const edited = async (more = {}) => {
  const { id } = await published();
  await change(id, 'PATCH', { body: 'Better.', ...more });
  return id;
};
const corrected = async () => {
  const id = await edited();
  await change(id, 'publish', correction);
  return id;
};
const withdrawn = async () => {
  const { id } = await published();
  await change(id, 'withdraw', notice);
  return id;
};
const submitted = async () => {
  const { id } = await created();
  await change(id, 'submit');
  return id;
};
const get = async (id: unknown, what = '', as = 'editor') => call('GET', `/statements/${id}${what}`, { as });
const preview = (id: unknown, more = {}) =>
  call('POST', `/statements/${id}/previews`, { body: { recipient: 'Noor Haddad', hours: 1, ...more } });
const post = (body: object, headers = {}) =>
  call('POST', '/statements', { body: { ...text, ...body }, headers });
const long = 'x'.repeat(201 * 1024);

/** The calls, by the name of the operation and its answer; `tableOf` is the fake that they are made on. */
export const ownAnswers = (
  tableOf: () => ReturnType<typeof fakeTable>,
): Record<string, () => Promise<Answered>> => ({
  'readMe 200': () => call('GET', '/me'),
  'listStatements 200': () => call('GET', '/statements?limit=5'),
  'listStatements malformed': () => call('GET', '/statements?colour=red'),
  'listStatements invalid': () => call('GET', '/statements?limit=0'),
  'countStatements 200': () => call('GET', '/statements/counts'),
  'createStatement 201': () => post({ publish: true }),
  'createStatement path-taken': async () => {
    await published({ slug });
    return post({ slug, publish: true });
  },
  'createStatement attachment-not-ready': async () =>
    post({ publish: true, attachments: [{ id: await announced() }] }),
  'createStatement too-large': () => post({ body: long }),
  'createStatement not-found': async () => {
    const { body } = await post({}, { 'idempotency-key': 'k' });
    await change(body.id, 'DELETE');
    const { items } = tableOf();
    for (const [key, item] of items)
      if (item.sk === 'REQUEST') items.set(key, { ...item, answer: undefined, heldUntil: 0 });
    return post({}, { 'idempotency-key': 'k' });
  },
  'readStatement 200': async () => get(await edited()),
  'editStatement 200': async () => change(await edited(), 'PATCH', { summary: 'In short.', slug: null }),
  'editStatement illegal-transition': async () => change(await edited(), 'PATCH', { language: 'fr' }),
  'editStatement too-large': async () => change(await edited(), 'PATCH', { body: long }),
  'deleteStatement 204': async () => change((await created()).id, 'DELETE'),
  'deleteStatement illegal-transition': async () => change((await published()).id, 'DELETE'),
  'submit 200': async () => change((await created()).id, 'submit'),
  'submit illegal-transition': async () => change((await published()).id, 'submit'),
  'approve 200': async () => change(await submitted(), 'approve', {}, { as: 'admin' }),
  'approve illegal-transition': async () => change((await created()).id, 'approve'),
  'return 200': async () => change(await submitted(), 'return', { note: 'Whose reef?' }),
  'return illegal-transition': async () => change((await created()).id, 'return', { note: 'Whose reef?' }),
  'publish 200': async () => change(await edited(), 'publish', correction),
  'publish illegal-transition': async () => change((await published()).id, 'publish'),
  'publish path-taken': async () => {
    await published({ slug });
    return change(await edited({ slug }), 'publish', correction);
  },
  'publish attachment-not-ready': async () =>
    change(await edited({ attachments: [{ id: await announced() }] }), 'publish', correction),
  'schedule 200': async () => change(await edited(), 'schedule', { ...soon(), ...correction }),
  'schedule illegal-transition': async () => change((await published()).id, 'schedule', soon()),
  'schedule path-taken': async () => {
    await published({ slug });
    return change(await edited({ slug }), 'schedule', { ...soon(), ...correction });
  },
  'unschedule 200': async () => {
    const id = await edited();
    await change(id, 'schedule', { ...soon(), ...correction });
    return change(id, 'unschedule');
  },
  'unschedule illegal-transition': async () => change((await created()).id, 'unschedule'),
  'discard 200': async () => change(await edited(), 'discard'),
  'discard illegal-transition': async () => change((await created()).id, 'discard'),
  'withdraw 200': async () => change((await published()).id, 'withdraw', notice),
  'withdraw illegal-transition': async () => change((await created()).id, 'withdraw', notice),
  'restore 200': async () => change(await withdrawn(), 'restore', correction),
  'restore illegal-transition': async () => change((await created()).id, 'restore'),
  'restore path-taken': async () => {
    await published({ slug });
    const id = await withdrawn();
    await change(id, 'PATCH', { slug });
    await change(id, 'submit');
    await change(id, 'approve', {}, { as: 'admin' });
    return change(id, 'restore', correction);
  },
  'restore attachment-not-ready': async () => {
    const id = await withdrawn();
    await change(id, 'PATCH', { attachments: [{ id: await announced() }] });
    await change(id, 'submit');
    await change(id, 'approve', {}, { as: 'admin' });
    return change(id, 'restore', correction);
  },
  'amendNote 200': async () =>
    change(await corrected(), 'amend-note', { edition: 2, note: 'Two words were.' }),
  'amendNote illegal-transition': async () =>
    change((await created()).id, 'amend-note', { edition: 1, note: 'None.' }),
  'restrict 200': async () => change(await edited(), 'restrict', { restrictedTo: ['Ann'] }),
  'remark 200': async () => change(await edited(), 'notes', { note: 'Call them.' }),
  'readChecks 200': async () => get(await edited({ body: 'TBC: [words]()' }), '/checks'),
  'readHistory 200': async () => get(await corrected(), '/history'),
  'listVersions 200': async () => get(await corrected(), '/versions'),
  'readVersion 200': async () => get(await corrected(), '/versions/2'),
  'readVersion malformed': async () => get(await corrected(), '/versions/x'),
  'readVersion invalid': async () => get(await corrected(), '/versions/0'),
  'readDifference 200': async () => get(await corrected(), '/diff?from=1&to=2'),
  'readDifference malformed': async () => get(await corrected(), '/diff?from=1'),
  'readDifference invalid': async () => get(await corrected(), '/diff?from=0&to=1'),
  'makePreview 201': async () => preview(await edited()),
  'makePreview illegal-transition': async () => preview((await published()).id),
  'makePreview too-large': async () => preview(await edited(), { hours: 100_000 }),
  'listPreviews 200': async () => {
    const id = await edited();
    await preview(id);
    return get(id, '/previews');
  },
  'revokePreview 204': async () => {
    const id = await edited();
    const { body } = await preview(id);
    return call('DELETE', `/statements/${id}/previews/${body['id']}`);
  },
  'announceAttachment 201': () => call('POST', '/attachments', { body: pdf }),
  'announceAttachment too-large': () => call('POST', '/attachments', { body: { ...pdf, size: 2 ** 40 } }),
  'readAttachment 200': async () => call('GET', `/attachments/${await announced()}`),
  'previewStatement 200': () => call('POST', '/preview', { body: text }),
  'previewStatement too-large': () => call('POST', '/preview', { body: { ...text, body: long } }),
});
