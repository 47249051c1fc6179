/** Every word of the site that no statement brings along; the other languages have the same keys. */
export const en = {
  // Types of statement.
  'press-release': 'Press release',
  statement: 'Statement',
  transcript: 'Transcript',
  interview: 'Interview',
  'media-reply': 'Reply to the media',
  'event-notice': 'Event notice',

  // What opens a turn in a text, most usual first.
  question: ['Question', 'Q'],
  answer: ['Answer', 'A'],

  // How a speech's text relates to what was said.
  verbatim: 'As delivered',
  'as-drafted': 'Check against delivery',
  notes: 'Speaking notes; check against delivery',

  // Round every page.
  skipToContent: 'Skip to content',
  languages: 'Languages',
  latest: 'Latest events',
  allMessages: 'All messages',
  contacts: 'Contacts',
  feed: 'Atom feed',

  // The front page.
  news: 'Press releases and news',
  nothingYet: 'Nothing has been published yet.',

  // The archive.
  page: 'Page',
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  year: 'Year',
  archive: 'Archive',
  trail: 'You are here',
  nothingHere: 'There are no statements here.',

  // A statement.
  corrected: 'Corrected',
  correction: 'Correction',
  edition: 'Edition',
  newestEdition: 'Newest edition',
  newerEdition: 'A newer edition has been published.',
  keptEdition: 'This page keeps the words of this edition.',
  changes: 'What has changed',
  reference: 'Reference',
  withdrawn: 'Withdrawn',
  replacedBy: 'Replaced by',
  textRemoved: 'The text is no longer published.',
  translation: 'Translation',
  original: 'Original',
  originalCorrected: 'The original has been corrected since this translation.',
  originalWithdrawn: 'The original has been withdrawn.',
  speakers: 'Speakers',
  when: 'When',
  where: 'Where',
  calendar: 'Calendar file',
  yourTime: 'your time',
  topics: 'Topics',
  files: 'Files',
  enquiries: 'Media enquiries',
  firstPublished: 'First published',
  lastChanged: 'Last changed',
  permanentAddress: 'Permanent address',
  otherFormats: 'Other formats',
  plainText: 'Plain text',
  copyQuote: 'Copy with source',
  quoteCopied: 'Quotation copied',
  quoted: '“{words}” ({source})',
  linkCopied: 'Link copied',

  // What has changed.
  restored: 'Restored',
  earlierWording: 'Earlier wording',
  noteReworded: 'Reworded',
  noWordsChanged: 'The words stayed the same.',
  notShown: 'The difference is too long to show here. Both editions can be read in full.',
  earlierEditions: 'Earlier editions',
  title: 'Title',
  summary: 'Summary',
  text: 'Text',
  date: 'Date',
  kind: 'Kind',

  // A copy for one person, before the text is public.
  embargoed: 'Embargoed copy',
  notForPublication: 'Not for publication, and not to be passed on, before it is public on this site.',
  notBefore: 'Not before',
  madeFor: 'Made for',
  made: 'Made',
  readableUntil: 'Can be read until',

  // An address with nothing behind it.
  notFound: 'There is nothing at this address',
  notFoundExplained: 'The address may be mistyped, or the statement may not be public yet.',
  goToFrontPage: 'Go to the front page',
};
