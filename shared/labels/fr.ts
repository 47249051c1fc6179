import type { Labels } from './labels.ts';

export const fr: Labels = {
  'press-release': 'Communiqué de presse',
  statement: 'Déclaration',
  transcript: 'Transcription',
  interview: 'Entretien',
  'media-reply': 'Réponse aux médias',
  'event-notice': 'Annonce d’événement',

  question: ['Question', 'Q'],
  answer: ['Réponse', 'R'],

  verbatim: 'Texte tel que prononcé',
  'as-drafted': 'Seul le prononcé fait foi',
  notes: 'Notes d’intervention ; seul le prononcé fait foi',

  skipToContent: 'Aller au contenu',
  languages: 'Langues',
  latest: 'Dernières actualités',
  allMessages: 'Toutes les publications',
  contacts: 'Contacts',
  feed: 'Flux Atom',

  news: 'Communiqués et actualités',
  nothingYet: 'Aucune publication pour le moment.',

  corrected: 'Rectifié',
  correction: 'Rectificatif',
  edition: 'Édition',
  speakers: 'Intervenants',
  when: 'Date',
  where: 'Lieu',
  topics: 'Thèmes',
  enquiries: 'Contacts presse',
  firstPublished: 'Première publication',
  lastChanged: 'Dernière modification',
  permanentAddress: 'Adresse permanente',
  otherFormats: 'Autres formats',
  plainText: 'Texte brut',
  linkCopied: 'Lien copié',

  notFound: 'Il n’y a rien à cette adresse',
  notFoundExplained: 'L’adresse comporte peut-être une erreur, ou le texte n’est pas encore public.',
  goToFrontPage: 'Aller à la page d’accueil',
};
