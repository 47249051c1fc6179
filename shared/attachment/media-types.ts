import * as z from 'zod';

/**
 * What may be attached, with the ending of its address. No SVG and no HTML: both can hold scripts, which would run as the
 * site's own.
 */
export const mediaTypes = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'txt',
  'text/csv': 'csv',
} as const;

const names = Object.keys(mediaTypes).filter((name): name is MediaType => name in mediaTypes);
export type MediaType = keyof typeof mediaTypes;
export const MediaType = z.enum(names, { error: `is not one of ${names.join(', ')}` });

/** Whether a page shows it, instead of a link alone; then it needs words for those who don't see it. */
export const isImage = (mediaType: string): boolean => mediaType.startsWith('image/');

/** Whether it has no signature to be known by, but must be text (UTF-8) throughout. */
export const isText = (mediaType: string): boolean => mediaType.startsWith('text/');
