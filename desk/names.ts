import { en } from '../shared/labels/en.ts';
import type { Config } from './config.ts';

const built: Record<string, string | string[]> = en;

/** A type's name in English, the desk's language: the site file's, else the built-in one, else its id. */
export function typeName({ site }: Config, id: string): string {
  const own = site.types.find((type) => type.id === id)?.names;
  const label = own ? inEnglish(own) : built[id];
  return typeof label === 'string' ? label : id.replaceAll('-', ' ');
}

/** The English of a name that is given per language, else whichever comes first. */
export const inEnglish = (names: Record<string, string>): string =>
  names['en'] ?? Object.values(names).at(0) ?? '';
