import type { Check } from './check.ts';

/** What lists have room for, in characters. */
const mostExcerpt = 600;

/** What lists show of the statement: nothing, or more than there is room for. */
export const excerpts: Check = ({ excerpt, content: { summary } }) => {
  const pointer = summary ? '/summary' : '/body';
  if (excerpt.trim() === '')
    return [
      {
        code: 'empty-excerpt',
        message: 'Lists have no sentence of the text to show. A summary would help.',
        pointer,
      },
    ];
  if (excerpt.length <= mostExcerpt) return [];
  const what = summary ? 'The summary' : 'The first sentence, which lists show,';
  return [{ code: 'long-excerpt', message: `${what} is ${excerpt.length} characters long.`, pointer }];
};

/** A title that another statement of the same language has. */
export const titles: Check = ({ sameTitle }) =>
  sameTitle
    ? [{ code: 'known-title', message: `Another statement has this title: ${sameTitle}`, pointer: '/title' }]
    : [];
