const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size in bytes for people, in decimal units, with two digits that count: `840 byte`, `12 kB`, `1.2 MB`. */
export function sizeText(bytes: number, language: string): string {
  const power = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}
