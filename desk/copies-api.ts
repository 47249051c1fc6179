import * as z from 'zod/mini';
import { call } from './api.ts';

const Copy = z.object({
  id: z.string(),
  recipient: z.string(),
  state: z.string(),
  expiresAt: z.string(),
  openings: z.object({ count: z.number() }),
});
export type Copy = z.output<typeof Copy>;
const Copies = z.object({ items: z.array(Copy) });
const Made = z.object({ url: z.string() });

/** Every embargoed copy of a statement, the newest first. */
export const listCopies = async (id: string): Promise<Copy[]> =>
  Copies.parse(await (await call('GET', `/statements/${id}/previews`)).json()).items;

/** Makes an embargoed copy of the newest version, and answers its link: it is told this once. */
export const makeCopy = async (id: string, recipient: string, hours: number): Promise<string> => {
  const response = await call('POST', `/statements/${id}/previews`, { body: { recipient, hours } });
  return Made.parse(await response.json()).url;
};

export const revokeCopy = async (id: string, copy: string): Promise<void> => {
  await call('DELETE', `/statements/${id}/previews/${copy}`);
};
