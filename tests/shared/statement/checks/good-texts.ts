import type { KeptContent } from '../../../../shared/statement/statement.ts';

/** Texts that no careful editor would ask about, in each language that is built in. */
export const goodTexts: Partial<KeptContent>[] = [
  {
    language: 'en',
    title: 'XXX General Assembly of Harbour Masters opens in Lisbon',
    body: `The XXX General Assembly of Harbour Masters opens on Monday.  It is the first to be held on an island.

“The sea does not wait,” said Ines Tavira [...], “and neither do we.

“We will measure every pool that we measured last year.” She was speaking at 10:30 from [the quay](https://harbour.example/quay).

## What happens next

A list of dates is on [our pages](/en/). Write to <press@press.example> or call [the desk](tel:+351800555000).

### The figures

| Pool  | Depth |
| ----- | ----- |
| North | 3.2 m |

The pipe is 12” wide.[^1] All rooms are open: the count of pools goes on until the tide is back.

[^1]: Measured in 2025.

- [x] The hall is booked.
- [ ] The list of names follows in June.
`,
  },
  {
    language: 'fr',
    title: 'La XXXe assemblée des capitaines de port s’ouvre à Lisbonne',
    body: `La XXXe assemblée des capitaines de port s’ouvre lundi. Tous les bassins ont été mesurés.

« La mer n’attend pas », a déclaré Inès Tavira. « Nous non plus.

« Nous mesurerons chaque bassin que nous avons mesuré l’an dernier. » Elle parlait depuis [le quai](https://port.example/quai) : « Le titre “Marées” reste. »

## La suite

Les dates sont sur [notre site](/fr/). Les chiffres de 2025 figurent dans l’annexe ; ils ne sont pas définitifs et le resteront pour les mois à venir.
`,
  },
  {
    language: 'es',
    title: 'Todo listo para el XXX aniversario del puerto',
    body: `Todo está listo para el XXX aniversario del puerto. TODO EL MUNDO puede venir.

«El mar no espera», dijo Inés Tavira. «Nosotros tampoco». ¿Cuándo empieza? ¡El lunes!

## Las fechas

Las fechas están en [nuestra página](/es/). Los datos de 2025 figuran en el anexo y no son definitivos, pero lo serán cuando la marea haya vuelto y los equipos terminen su trabajo con las boyas.
`,
  },
  {
    language: 'ru',
    title: 'Открывается XXX ассамблея капитанов портов',
    body: `XXX ассамблея капитанов портов открывается в понедельник. Проект «Open Harbour» продолжится.

«Море не ждёт, — сказала Инес Тавира. — Сборник „Приливы“ выйдет в срок».

## Что дальше

Даты указаны на [нашей странице](/ru/). Данные за 2025 год приведены в приложении; окончательными они станут осенью.
`,
  },
  {
    language: 'ar',
    title: 'افتتاح الجمعية العامة لقادة الموانئ في لشبونة',
    body: `تُفتتح الجمعية العامة لقادة الموانئ يوم الاثنين. وقالت إينيس تافيرا: «البحر لا ينتظر».

## الخطوات المقبلة

المواعيد منشورة على [صفحتنا](/ar/). أما أرقام عام 2025 فترد في الملحق، وستصبح نهائية في الخريف بعد عودة المد.
`,
  },
  {
    language: 'zh',
    title: '港口主管大会在里斯本开幕',
    body: `港口主管大会星期一开幕。伊内斯说：“大海不等人。”报告《潮汐》随后发布，标题为「潮水」。

## 下一步

日期见[本站](/zh/)。2025年的数据载于附件，秋季将公布最终结果。所有测量点均已完成复核，工作人员将在退潮后再次前往北岸。
`,
  },
  {
    language: 'en',
    type: 'transcript',
    title: 'Briefing by the Head of Surveys',
    speakers: [{ name: 'Ines Tavira', role: 'Head of Surveys' }, 'Jonas Reed'],
    body: `**Ines Tavira:** Good morning. Two things: the count, and the weather.

Jonas Reed: Thank you. The answer is simple: no.

Question: When does it start?

Tavira: On Monday. Press Contact: see the pages.

Press Contact: press@press.example, +351 800 555 000.`,
  },
  {
    language: 'en',
    type: 'media-reply',
    title: 'Reply to a question on the pools',
    speakers: ['Ines Tavira'],
    body: 'Q: When will the pools open? A: On Monday, at sunrise.',
  },
  {
    language: 'ru',
    type: 'interview',
    title: 'Интервью Инес Тавиры газете «Маяк»',
    speakers: ['Инес Тавира'],
    body: 'Вопрос: Когда начнётся подсчёт?\n\nИ. Тавира: В понедельник.\n\nИнес Тавира: И ещё раз осенью.',
  },
  {
    language: 'zh',
    type: 'interview',
    title: '伊内斯接受采访',
    speakers: ['伊内斯'],
    body: '问：什么时候开始？\n\n伊内斯：星期一。\n\n问：在哪里？\n\n伊内斯：北岸。',
  },
];
