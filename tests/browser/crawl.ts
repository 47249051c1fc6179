/** What is at an address of the site: its status, media type and text. */
export type Found = { path: string; status: number; type: string; text: string };

/** Follows every link of a site's pages to its own addresses, from some on; the desk and the API are not of the site. */
export async function crawl(site: string, from: string[]): Promise<Found[]> {
  const found = new Map<string, Found>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const answer = await fetch(site + path);
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    found.set(path, { path, status: answer.status, type, text });
    if (type.startsWith('text/html')) open.push(...linksIn(text).filter((link) => !found.has(link)));
  }
  return [...found.values()];
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/ (?:href|src)="(\/(?!desk\/|api\/)[^"#]*)/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
