import type { Labels } from './labels.ts';

export const es: Labels = {
  'press-release': 'Comunicado de prensa',
  statement: 'Declaración',
  transcript: 'Transcripción',
  interview: 'Entrevista',
  'media-reply': 'Respuesta a los medios',
  'event-notice': 'Convocatoria',

  question: ['Pregunta', 'P'],
  answer: ['Respuesta', 'R'],

  verbatim: 'Texto tal como se pronunció',
  'as-drafted': 'Cotéjese con el texto pronunciado',
  notes: 'Notas para la intervención; cotéjense con el texto pronunciado',

  skipToContent: 'Ir al contenido',
  languages: 'Idiomas',
  latest: 'Últimas noticias',
  allMessages: 'Todas las publicaciones',
  contacts: 'Contacto',
  feed: 'Canal Atom',

  news: 'Comunicados y noticias',
  nothingYet: 'Aún no hay publicaciones.',

  corrected: 'Corregido',
  correction: 'Corrección',
  edition: 'Edición',
  speakers: 'Intervienen',
  when: 'Fecha',
  where: 'Lugar',
  topics: 'Temas',
  enquiries: 'Contacto de prensa',
  firstPublished: 'Primera publicación',
  lastChanged: 'Última modificación',
  permanentAddress: 'Dirección permanente',
  otherFormats: 'Otros formatos',
  plainText: 'Texto sin formato',
  linkCopied: 'Enlace copiado',

  notFound: 'No hay nada en esta dirección',
  notFoundExplained: 'Puede que la dirección esté mal escrita o que el texto aún no sea público.',
  goToFrontPage: 'Ir a la portada',
};
