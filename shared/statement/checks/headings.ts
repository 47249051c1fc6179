import type { Check } from './check.ts';

/** A first heading may be one `##`: many write it so below a title. */
const mostFirst = 2;

/** Headings that go down by more than one level (WCAG 2.2, 1.3.1, technique G141). */
export const headings: Check = ({ outline, source }) =>
  outline.headings.flatMap(({ level, text, line }, index) => {
    const above = outline.headings[index - 1];
    const most = above ? above.level + 1 : mostFirst;
    if (level <= most) return [];
    const says = above
      ? `is ${level - above.level} levels below the one before`
      : 'begins below the first two levels';
    return [
      {
        code: 'skipped-heading',
        message: `The heading “${text}” ${says}.`,
        pointer: '/body',
        place: source.placeOn(line, text),
      },
    ];
  });
