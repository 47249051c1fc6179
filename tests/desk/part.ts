/** A text as the API gives it, with every field of the form. */
export const part = {
  type: 'interview',
  language: 'en',
  date: '2026-05-04',
  title: 'On the reef',
  summary: 'A short one',
  topics: ['collections', 'expeditions'],
  speakers: ['Thea Quillon', { name: 'Inês Valdouro', role: 'Director, a.i.' }],
  slug: 'on-the-reef',
  delivery: 'verbatim',
  contacts: [
    { label: 'Press office', phone: '+49 30 1234, ext. 5', email: 'press@reef.example' },
    { label: 'Images', url: 'https://reef.example/images' },
  ],
  event: {
    start: '2026-05-04T10:00:00+02:00',
    end: '2026-05-04T11:30:00+02:00',
    place: 'Reef station',
  },
  body: 'Q: Why?\n\nA: Why not.',
};
