import { isImage } from '../attachment/media-types.ts';
import { labelsOf } from '../labels/labels.ts';
import { sizeText } from '../labels/sizes.ts';
import type { SiteFile } from '../site-file.ts';
import { filePath } from '../statement/paths.ts';
import type { PublicStatement } from '../statement/public.ts';
import type { AttachedFile } from '../statement/statement.ts';
import { type Html, html } from './html.ts';

/** The files that go with a statement, each with its kind and size; images are shown that its text doesn't show. */
export function attachedFiles(
  site: SiteFile,
  { attachments = [], language, path }: Pick<PublicStatement, 'attachments' | 'language' | 'path'>,
  bodyHtml: string,
): Html | false {
  if (attachments.length === 0) return false;
  return html`<section class="files">
<h2>${labelsOf(site, language).files}</h2>
<ul>
${attachments.map((file) => html`<li>${entry(file, filePath(path, file), { language, bodyHtml })}</li>\n`)}</ul>
</section>
`;
}

function entry(
  file: AttachedFile,
  address: string,
  { language, bodyHtml }: { language: string; bodyHtml: string },
): Html {
  const { name, title, alt, mediaType } = file;
  const link = html`<a href="${address}">${title ?? name}</a> <span class="kind">${fileKind(file, language)}</span>`;
  if (!isImage(mediaType) || bodyHtml.includes(`<img src="${address}"`)) return link;
  return html`<figure>
<a href="${address}"><img src="${address}" alt="${alt}" loading="lazy"></a>
<figcaption>${link}</figcaption>
</figure>`;
}

/** A file's kind and size: `PDF, 1.2 MB`. */
export const fileKind = ({ file, size }: AttachedFile, language: string): string =>
  `${file.slice(file.lastIndexOf('.') + 1).toUpperCase()}, ${sizeText(size, language)}`;
