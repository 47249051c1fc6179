/**
 * Whether what has waited since an instant is sent again at another: after one, two, four and eight minutes, and then
 * every sixteen. What waits in a long queue would else be there once more for each minute that it waits.
 */
export function isDueAgain(since: string | undefined, now: number): boolean {
  const minutes = Math.floor((now - Date.parse(since ?? '')) / 60_000);
  return [1, 2, 4, 8].includes(minutes) || minutes % 16 === 0;
}
