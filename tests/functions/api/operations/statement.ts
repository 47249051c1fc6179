import { call } from '../call.ts';

/** A statement that is written, changed and read through the API's handler. */
export const text = {
  type: 'press-release',
  language: 'en',
  title: 'The reef is open',
  body: 'Divers may come again.',
  date: '2026-05-04',
};

/** What `POST /statements` answers. */
export const created = async (more = {}, as = 'editor') =>
  (await call('POST', '/statements', { as, body: { ...text, ...more } })).body;

/** Changes a statement as of its newest version, unless another one is named. */
export async function change(
  id: unknown,
  action: string,
  body?: object,
  { as = 'editor', version }: { as?: string; version?: number } = {},
) {
  const now = version ?? (await call('GET', `/statements/${id}`)).body.version;
  const headers = { 'if-match': `"${now}"` };
  if (action === 'PATCH' || action === 'DELETE')
    return call(action, `/statements/${id}`, { as, body, headers });
  return call('POST', `/statements/${id}/${action}`, { as, body, headers });
}

/** The audit trail, newest first. */
export const historyOf = async (id: unknown) =>
  (await call('GET', `/statements/${id}/history`)).body.items as Record<string, unknown>[];
