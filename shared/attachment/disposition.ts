import { isImage } from './media-types.ts';

/**
 * How a browser is told to treat a file (RFC 6266, RFC 8187): images are shown, everything else is saved, by the name
 * that the office gave it.
 */
export function dispositionOf({
  name,
  file,
  mediaType,
}: {
  name: string;
  file: string;
  mediaType: string;
}): string {
  const kind = isImage(mediaType) ? 'inline' : 'attachment';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, hexOf);
  return `${kind}; filename="${file}"; filename*=UTF-8''${encoded}`;
}

/** RFC 8187 takes fewer characters as they are than encodeURIComponent does. */
const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
