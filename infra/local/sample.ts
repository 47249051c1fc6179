import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { languageOf, parseSiteFile } from '../../shared/site-file.ts';
import type { Person } from './front/sign-in-keys.ts';
import { readSamples, type Sample } from './sample-file.ts';

type Options = {
  /** The API's address, without a slash at its end: `http://localhost:4000/api/v1`. */
  api: string;
  siteFile: string;
  token: (person: Person) => Promise<string>;
};

/**
 * Fills an empty newsroom through its API with the statements of `sample/`, oldest first; of another site's file,
 * those whose language and type it has. Asking twice doesn't double them. Throws what the API refuses.
 */
export async function postSample({ api, siteFile, token }: Options): Promise<void> {
  const site = parseSiteFile(JSON.parse(readFileSync(siteFile, 'utf8')));
  const authorization = `Bearer ${await token({ name: 'Sample Newsroom', group: 'editor' })}`;
  // Where texts need a second pair of eyes, nobody can publish in one call, and these stay drafts.
  const publish = site.review === 'optional';
  const samples = readSamples(new Date(), site.timeZone).filter(
    ({ statement: { language, type } }) =>
      languageOf(site, language) && site.types.some(({ id }) => id === type),
  );
  for (const { name, statement } of samples)
    await post(api, authorization, { name, statement: { ...statement, publish } });
}

/** How long a sample is asked for again that failed on the API's side: chaos may be on. */
const patienceMilliseconds = 120_000;

async function post(api: string, authorization: string, { name, statement }: Sample) {
  const request = {
    method: 'POST',
    headers: {
      Authorization: authorization,
      'Content-Type': 'application/json',
      'Idempotency-Key': `sample ${name}`,
    },
    body: JSON.stringify(statement),
  };
  for (const end = Date.now() + patienceMilliseconds; ; await pause(500)) {
    const response = await fetch(`${api}/statements`, request);
    if (response.ok) return;
    const isPassing = response.status >= 500 || response.headers.has('retry-after');
    if (!isPassing || Date.now() > end)
      throw new Error(`The API refused the sample ${name}: ${response.status} ${await response.text()}`);
  }
}
