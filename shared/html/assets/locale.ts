const { lang } = document.documentElement;

/** As in `shared/labels/dates.ts`: bare English isn't American. */
export const locale = lang === 'en' ? 'en-GB' : lang;
