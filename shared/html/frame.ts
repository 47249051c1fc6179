import type { SiteFile } from '../site-file.ts';

/** What the pages of one language have in common. */
export type Frame = {
  site: SiteFile;
  /** The code of the page's language. */
  language: string;
  /** The site's public origin, with no slash at its end. */
  origin: string;
  /** The addresses of the style sheet and the script, as paths. */
  style: string;
  script: string;
  /** Where "all messages" leads, as a path. */
  allMessagesPath: string;
  /** The instant of rendering: the clocks show its offsets where no script runs. */
  now: Date;
};

/** The address of one page in one language, as a path. */
export type Alternate = { language: string; path: string };

/** The front page of a language. */
export const frontPath = (language: string): string => `/${language}/`;
