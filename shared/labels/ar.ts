import type { Labels } from './labels.ts';

export const ar: Labels = {
  'press-release': 'بيان صحفي',
  statement: 'بيان',
  transcript: 'نص حرفي',
  interview: 'مقابلة',
  'media-reply': 'رد على سؤال صحفي',
  'event-notice': 'إعلان عن فعالية',

  question: ['سؤال', 'السؤال', 'س'],
  answer: ['جواب', 'الجواب', 'ج'],

  verbatim: 'النص كما أُلقي',
  'as-drafted': 'المعوَّل عليه هو النص كما أُلقي',
  notes: 'نقاط للكلمة؛ المعوَّل عليه هو النص كما أُلقي',

  skipToContent: 'انتقل إلى المحتوى',
  languages: 'اللغات',
  latest: 'آخر المستجدات',
  allMessages: 'جميع المواد',
  contacts: 'للتواصل',
  feed: 'موجز Atom',

  news: 'البيانات الصحفية والأخبار',
  nothingYet: 'لم يُنشر شيء بعد.',

  corrected: 'مصحَّح',
  correction: 'تصحيح',
  edition: 'الطبعة',
  speakers: 'المتحدثون',
  when: 'الموعد',
  where: 'المكان',
  topics: 'المواضيع',
  enquiries: 'للاستفسارات الصحفية',
  firstPublished: 'تاريخ النشر',
  lastChanged: 'آخر تعديل',
  permanentAddress: 'الرابط الدائم',
  otherFormats: 'صيغ أخرى',
  plainText: 'نص عادي',
  linkCopied: 'نُسخ الرابط',

  notFound: 'لا توجد صفحة في هذا العنوان',
  notFoundExplained: 'قد يكون في العنوان خطأ، أو أن النص لم يُنشر بعد.',
  goToFrontPage: 'إلى الصفحة الرئيسية',
};
