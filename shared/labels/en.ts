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

  // A statement.
  corrected: 'Corrected',
  correction: 'Correction',
  edition: 'Edition',
  speakers: 'Speakers',
  when: 'When',
  where: 'Where',
  topics: 'Topics',
  enquiries: 'Media enquiries',
  firstPublished: 'First published',
  lastChanged: 'Last changed',
  permanentAddress: 'Permanent address',
  otherFormats: 'Other formats',
  plainText: 'Plain text',
  linkCopied: 'Link copied',

  // An address with nothing behind it.
  notFound: 'There is nothing at this address',
  notFoundExplained: 'The address may be mistyped, or the statement may not be public yet.',
  goToFrontPage: 'Go to the front page',
};
