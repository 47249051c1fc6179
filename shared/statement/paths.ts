/** The address of a statement: `/en/2026/05/04/slug/`. `date` is the statement's day, `YYYY-MM-DD`. */
export function pathOf(language: string, date: string, slug: string): string {
  return `/${language}/${date.replaceAll('-', '/')}/${slug}/`;
}

/** Where an edition of the statement at a path stays readable, and where its changes are listed. */
export const editionPath = (path: string, edition: number): string => `${path}editions/${edition}/`;
export const changesPath = (path: string): string => `${path}changes/`;

/** Where a file of the statement at a path is, for as long as an edition with it can be read. */
export const filePath = (path: string, { id, file }: { id: string; file: string }): string =>
  `${path}files/${id}/${file}`;

/** The addresses of the files beside a statement's page; only that of an event has a calendar. */
export const filesBeside = (path: string) => ({
  json: `${path}index.json`,
  ninjs: `${path}ninjs.json`,
  text: `${path}index.txt`,
  calendar: `${path}event.ics`,
});
