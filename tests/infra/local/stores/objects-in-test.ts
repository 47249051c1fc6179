import { Stores } from '../../../../infra/local/stores/stores.ts';
import { resource } from '../front/resource.ts';

/** The bucket `site` of a folder: ways to put an object, and to read its text if it is there. */
export async function objectsIn(folder: string) {
  const stores = await Stores.start(folder);
  await stores.create({ resources: [resource('S3::Bucket', 'site', {})] });
  const call = (method: string, key: string, body = '') =>
    stores.objects.handle({ method, path: `/site/${key}`, headers: { 'content-type': 'text/plain' }, body });
  return {
    put: async (key: string, body: string): Promise<void> => {
      const { status } = await call('PUT', key, body);
      if (status !== 200) throw new Error(`${key} was answered with ${status}`);
    },
    get: async (key: string): Promise<string | undefined> => {
      const { status, body } = await call('GET', key);
      return status === 200 ? String(body) : undefined;
    },
    stop: async (): Promise<void> => {
      await stores.server.stop();
      stores.stop();
    },
  };
}

/** A text of 200 KB that says its edition from beginning to end. */
export const textOf = (edition: number): string => String(edition).padEnd(10, '.').repeat(20_000);
