/** Small words that a text of each language is full of, and the others have not: what tells Latin texts apart. */
export const stopWords: Record<string, Set<string>> = {
  en: new Set(
    'the and of to is was were that with for from this which have has been will not their they it are be'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le les des et est une du dans pour qui par sur au aux avec sont ne pas cette ces été sera nous leur'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el los las y una con del por para como más pero está han su sus lo al fue ser esta este también'.split(
      ' ',
    ),
  ),
};
