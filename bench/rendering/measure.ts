/** Prints how many pages of statements this process renders in a second of processor time; see `../rendering.ts`. */
import { renderStatement } from '../../shared/rendering.ts';
import type { PublicStatement } from '../../shared/statement/public.ts';
import { publicStatement } from './public-statement.ts';

const statements = 2000;
/** As many pages are rendered first and not measured: the engine compiles what is called often. */
const warming = 200;
/** As many listings as the latest block of a page has. */
const newest = 10;
const now = new Date();

const made = Array.from({ length: statements }, (_, n) => publicStatement(n, now));
const latest = made.slice(0, newest);
const render = (some: PublicStatement[]) => {
  for (const one of some)
    renderStatement(one, { latest, now, edition: undefined, replacement: undefined, translations: [] });
};

render(made.slice(0, warming));
const before = process.cpuUsage();
render(made);
const { user, system } = process.cpuUsage(before);
console.log(statements / ((user + system) / 1e6));
