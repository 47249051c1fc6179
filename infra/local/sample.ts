import type { Person } from './front/sign-in-keys.ts';

/** Posts the sample newsroom. */
export async function postSample(_: {
  api: string;
  siteFile: string;
  token: (person: Person) => Promise<string>;
}): Promise<void> {}
