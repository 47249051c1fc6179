import { type Check, type Checked, codes, type Finding } from './check.ts';
import { dates } from './dates.ts';
import { footnotes } from './footnotes.ts';
import { headings } from './headings.ts';
import { language } from './language.ts';
import { doubleSpaces, placeholderWords } from './leftovers.ts';
import { images, links, unusableLinks } from './links.ts';
import { excerpts, titles } from './listing.ts';
import { quotes } from './quotes.ts';
import { silentSpeakers, unnamedSpeakers } from './speakers.ts';

/** Everything that a careful editor would ask about before release, in the order in which it is asked. */
const checks: Check[] = [
  titles,
  dates,
  language,
  excerpts,
  silentSpeakers,
  unnamedSpeakers,
  placeholderWords,
  links,
  unusableLinks,
  images,
  footnotes,
  headings,
  quotes,
  doubleSpaces,
];

/** One question is asked so often at most: whoever has made the same slip a hundred times is told ten. */
const mostOfACode = 10;

/** Checks a text. Nothing follows from what is found: it can be released all the same. */
export function check(text: Checked): (Finding & { severity: (typeof codes)[keyof typeof codes] })[] {
  const asked = new Map<string, number>();
  return checks
    .flatMap((one) => one(text))
    .filter(({ code }) => {
      asked.set(code, (asked.get(code) ?? 0) + 1);
      return (asked.get(code) ?? 0) <= mostOfACode;
    })
    .map((finding) => ({ ...finding, severity: codes[finding.code] }));
}
