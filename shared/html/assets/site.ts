/**
 * What a kept page can't know by itself: today's date, the running time, the reader's own clock, the newest statements. The page is
 * whole without it, and every failure here is silent.
 */
import { showTimes } from './clocks.ts';
import { copyTurnLinks } from './copy-link.ts';
import { showEventsHere } from './event-times.ts';
import { offerQuotes } from './quote.ts';
import { refreshLatest } from './refresh-latest.ts';

showTimes();
showEventsHere();
copyTurnLinks();
offerQuotes();
await refreshLatest();
