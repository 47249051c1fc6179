import type { Labels } from './labels.ts';

export const ru: Labels = {
  'press-release': 'Пресс-релиз',
  statement: 'Заявление',
  transcript: 'Стенограмма',
  interview: 'Интервью',
  'media-reply': 'Ответ на вопрос СМИ',
  'event-notice': 'Анонс мероприятия',

  question: ['Вопрос', 'В'],
  answer: ['Ответ', 'О'],

  verbatim: 'Текст в том виде, как он был произнесён',
  'as-drafted': 'Сверяйте с произнесённым текстом',
  notes: 'Тезисы выступления; сверяйте с произнесённым текстом',

  skipToContent: 'Перейти к содержанию',
  languages: 'Языки',
  latest: 'Последние события',
  allMessages: 'Все сообщения',
  contacts: 'Контакты',
  feed: 'Лента Atom',

  news: 'Пресс-релизы и новости',
  nothingYet: 'Пока ничего не опубликовано.',

  corrected: 'Исправлено',
  correction: 'Исправление',
  edition: 'Редакция',
  speakers: 'Участники',
  when: 'Время',
  where: 'Место',
  topics: 'Темы',
  enquiries: 'Контакты для СМИ',
  firstPublished: 'Впервые опубликовано',
  lastChanged: 'Последнее изменение',
  permanentAddress: 'Постоянный адрес',
  otherFormats: 'Другие форматы',
  plainText: 'Простой текст',
  linkCopied: 'Ссылка скопирована',

  notFound: 'По этому адресу ничего нет',
  notFoundExplained: 'Возможно, в адресе ошибка или сообщение ещё не опубликовано.',
  goToFrontPage: 'На главную страницу',
};
