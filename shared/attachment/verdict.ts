import type { Attachment } from './attachment.ts';
import { isText } from './media-types.ts';

/** What was found in an upload: its bytes counted and digested (SHA-256, hex), its kind by its signature. */
export type Findings = {
  size: number;
  sha256: string;
  /** The media type that its first bytes are the signature of; undefined if they are none. */
  signature: string | undefined;
  /** Whether it is UTF-8 without control characters. */
  isPlainText: boolean;
};

export type Verdict =
  | { state: 'ready'; sha256: string }
  | { state: 'refused'; reason: string; sha256: string };

/** Whether an upload is what was announced. The reasons are for whoever uploaded it. */
export function verdictOn(
  { mediaType, size }: Pick<Attachment, 'mediaType' | 'size'>,
  { size: found, sha256, signature, isPlainText }: Findings,
): Verdict {
  const refused = (reason: string): Verdict => ({ state: 'refused', reason, sha256 });
  if (found !== size) return refused(`It has ${found} bytes, and not the ${size} that were announced.`);
  if (isText(mediaType))
    return isPlainText
      ? { state: 'ready', sha256 }
      : refused(`It is not ${mediaType}: only text in UTF-8 is taken for that.`);
  if (signature !== mediaType)
    return refused(`It is not ${mediaType}: its bytes are ${signature ?? 'of no kind that is known'}.`);
  return { state: 'ready', sha256 };
}
