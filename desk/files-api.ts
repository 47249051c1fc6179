import * as z from 'zod/mini';
import { call } from './api.ts';
import { Refusal } from './refusal.ts';

const Upload = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });
const Announced = z.object({ id: z.string(), upload: Upload });
const Uploaded = z.object({ state: z.string(), reason: z.optional(z.string()) });

const betweenLooks = 1000;
const looks = 120;

/** Uploads a file, and waits until it was checked. Answers its id; throws `Refusal` for a file that isn't taken. */
export async function upload(file: File, onSent: () => void): Promise<string> {
  const body = { name: file.name, mediaType: file.type, size: file.size };
  const { id, upload } = Announced.parse(await (await call('POST', '/attachments', { body })).json());
  await send(file, upload);
  onSent();
  await untilReady(id);
  return id;
}

/** The address takes these headers and this file alone, and once. */
async function send(file: File, { url, headers }: z.output<typeof Upload>): Promise<void> {
  const unsent = (status: number, cause?: unknown) =>
    new Refusal(status, 'The file could not be sent. Try again.', [], cause);
  const response = await fetch(url, { method: 'PUT', headers, body: file }).catch((cause: unknown) => {
    throw unsent(0, cause);
  });
  if (!response.ok) throw unsent(response.status);
}

async function untilReady(id: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const { state, reason } = Uploaded.parse(await (await call('GET', `/attachments/${id}`)).json());
    if (state === 'ready') return;
    if (state === 'refused')
      throw new Refusal(422, `The file is refused: ${reason ?? 'it is not what it says'}`);
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
  throw new Refusal(0, 'The file is still being checked. Attach it again in a few minutes.');
}
