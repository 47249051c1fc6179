import { isImage } from '../attachment/media-types.ts';
import { Problem } from '../errors.ts';
import { labelsOf } from '../labels/labels.ts';
import type { LinkedFiles } from '../markup/attachments.ts';
import { type Body, countTurns } from '../markup/body.ts';
import { excerptOf } from '../markup/excerpt.ts';
import { readBody } from '../markup/read-body.ts';
import type { SiteFile } from '../site-file.ts';
import type { Text } from './change.ts';
import { limits, speakerName } from './content.ts';
import { filePath } from './paths.ts';
import type { KeptContent } from './statement.ts';

/**
 * A statement's body, read as its type, language, speakers and the site's words say. With the statement's path it shows
 * and leads to its files.
 */
export function readStatement(site: SiteFile, content: KeptContent, path?: string): Body {
  const { question, answer } = labelsOf(site, content.language);
  return readBody(content.body, {
    turns: site.types.some((type) => type.id === content.type && type.turns),
    speakers: content.speakers.map(speakerName),
    title: content.title,
    language: content.language,
    labels: { question, answer },
    ...(path !== undefined && { files: linkedFiles(content, path) }),
  });
}

/** A text with its excerpt, as changes of a statement take it. Throws `too-large` for too many turns. */
export function textOf(site: SiteFile, content: KeptContent): Text {
  const body = readStatement(site, content);
  const turns = countTurns(body);
  if (turns > limits.turns)
    throw new Problem('too-large', `The text has ${turns} turns; the limit of turns is ${limits.turns}.`, {
      errors: [{ pointer: '/body', detail: `is over its limit of ${limits.turns} turns` }],
    });
  const { summary, title, language } = content;
  return { content, excerpt: excerptOf({ summary, title, body, language }) };
}

const linkedFiles = ({ attachments = [] }: KeptContent, path: string): LinkedFiles =>
  Object.fromEntries(
    attachments.map((one) => [one.id, { address: filePath(path, one), isImage: isImage(one.mediaType) }]),
  );
