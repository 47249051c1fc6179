/** Uploads of attachments to a running stack, as its users make them. */
import { expect } from 'vitest';
import * as z from 'zod';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const Announced = z.object({
  id: z.string(),
  upload: z.object({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime(),
  }),
});
const Uploaded = z.object({
  state: z.string(),
  reason: z.string().optional(),
  sha256: z.string().nullable(),
});
export type Announced = z.output<typeof Announced>;

export const pdf = Buffer.from('%PDF-1.7\nThe survey, for those who were not there.\n%%EOF\n');
/** A PNG of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The ways to announce, send and await uploads on a stack. */
export function uploadsTo(stack: Stack) {
  const announce = async (name: string, mediaType: string, bytes: Buffer) => {
    const body = { name, mediaType, size: bytes.length };
    const response = await stack.api('POST', '/attachments', { as: 'author', body });
    expect(response.status).toBe(201);
    return Announced.parse(await response.json());
  };
  const send = ({ upload: { method, url, headers } }: Announced, body: Buffer, changed = {}) =>
    fetch(url, { method, headers: { ...headers, ...changed }, body: new Uint8Array(body) });
  const read = async (id: string) =>
    Uploaded.parse(await (await stack.api('GET', `/attachments/${id}`)).json());
  const decided = (id: string, deadline?: number) =>
    until(
      `${id} to be decided upon`,
      async () => {
        const attachment = await read(id);
        return ['ready', 'refused'].includes(attachment.state) && attachment;
      },
      deadline,
    );
  const uploaded = async (name: string, mediaType: string, bytes: Buffer) => {
    const announced = await announce(name, mediaType, bytes);
    expect((await send(announced, bytes)).status).toBe(200);
    expect(await decided(announced.id)).toMatchObject({ state: 'ready' });
    return announced.id;
  };
  return { announce, send, read, decided, uploaded };
}
