import type { StateCore, Token } from 'markdown-it';
import * as z from 'zod';

/** A file that goes with a text: where it is, and whether a page shows it. */
const LinkedFile = z.object({ address: z.string(), isImage: z.boolean() });

/** The files that `attachment:ID` may stand for in a text, by their ids. */
export const LinkedFiles = z.record(z.string(), LinkedFile);
export type LinkedFiles = z.output<typeof LinkedFiles>;

/** Whether an address stands for a file that goes with the text. */
export const isAttachment = (address: string): boolean => address.startsWith(scheme);
const scheme = 'attachment:';

/**
 * Puts a file's own address in the place of `attachment:ID`, and none where the text has no such file. An image that the
 * page shows is marked as that.
 */
export function resolveAttachments(children: Token[], { env }: StateCore): Token[] {
  const files = LinkedFiles.optional().parse(env.files);
  for (const token of children) {
    const name = token.type === 'image' ? 'src' : 'href';
    const address = String(token.attrGet(name) ?? '');
    if (!isAttachment(address)) continue;
    const id = address.slice(scheme.length);
    const file = files && Object.hasOwn(files, id) ? files[id] : undefined;
    token.attrSet(name, file?.address ?? '');
    if (token.type === 'image' && file?.isImage) token.meta = { shown: true };
  }
  return children;
}

/** Whether an image is one that the page shows. */
export const isShown = (token: Token): boolean =>
  z.object({ shown: z.literal(true) }).safeParse(token.meta).success;
