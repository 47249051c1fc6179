import { slugOf } from '../statement/slugs.ts';
import { type MediaType, mediaTypes } from './media-types.ts';

/** The name that an upload has in its address: transliterated, and with the ending that its media type says. */
export function fileNameOf(name: string, mediaType: MediaType, id: string): string {
  const base = name.replace(/\.\p{L}[\p{L}\p{N}]{0,4}$/u, '');
  return `${slugOf(base, { type: 'file', id })}.${mediaTypes[mediaType]}`;
}
