const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const;

/** A span of milliseconds in the largest unit that it fills: `3 min`; `0 s` for less than a second. */
export function span(milliseconds: number): string {
  const [length, unit] = units.find(([least]) => milliseconds >= least) ?? [1000, 's'];
  return `${Math.max(0, Math.floor(milliseconds / length))} ${unit}`;
}
