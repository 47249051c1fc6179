import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Resource, TemplateError } from '../template/template.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const mostBytes = 262_144_000;

/** Throws `TemplateError` for a function whose bundle is larger, once unzipped, than Lambda takes. */
export function checkUnzippedSize(folder: string, { stack, logicalId }: Resource): void {
  const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  if (bytes >= mostBytes)
    throw new TemplateError(
      `${stack}: ${logicalId}.Code: Unzipped size must be smaller than ${mostBytes} bytes, and is ${bytes}`,
    );
}
