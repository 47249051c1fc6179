/**
 * `npm run load -- --statements 1000`: fills the stack that runs on PORT with that many invented statements, and stops.
 * Run again with the same `--seed`, it goes on where it was; with another one, it adds others.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { progressBar } from '../infra/command/progress.ts';
import { parseSiteFile } from '../shared/site-file.ts';
import { fill } from './load/fill.ts';

const { PORT = '4000', SITE = 'infra/site.json' } = process.env;
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '8' },
  },
});

try {
  const statements = Number(values.statements);
  if (!Number.isInteger(statements) || statements < 1) throw new Error('Say how many: --statements 1000');
  const started = performance.now();
  await fill({
    site: parseSiteFile(JSON.parse(readFileSync(SITE, 'utf8'))),
    stack: `http://localhost:${PORT}`,
    statements,
    seed: Number(values.seed),
    clients: Number(values.clients),
    progress: progressBar(statements, 'statements'),
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(`${statements} statements in ${seconds.toFixed(1)} s; the site has them within moments`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
