import { describe, expect, it } from 'vitest';
import { turnsIn } from './sample.ts';

describe('turns', () => {
  it.each([
    ['en', 'Question: Is the reef open?\n\nAnswer: It is.', 'Question', 'Answer'],
    ['fr', 'Question : Le récif est-il ouvert ?\n\nRéponse : Oui.', 'Question', 'Réponse'],
    ['es', 'Pregunta: ¿Está abierto el arrecife?\n\nRespuesta: Sí.', 'Pregunta', 'Respuesta'],
    ['ru', 'Вопрос: Открыт ли риф?\n\nОтвет: Да.', 'Вопрос', 'Ответ'],
    ['ar', 'سؤال: هل الشعاب مفتوحة؟\n\nجواب: نعم.', 'سؤال', 'جواب'],
    ['zh', '问：礁石开放了吗？\n\n答：开放了。', '问', '答'],
    ['ar', 'س: هل الشعاب مفتوحة؟ ج: نعم.', 'س', 'ج'],
    ['zh', '问：礁石开放了吗？答：开放了。', '问', '答'],
    ['zh', '问:礁石开放了吗？\n\n答:开放了。', '问', '答'],
    ['en', 'Q:Is the reef open?\n\nA:It is.', 'Q', 'A'],
  ])('open at the words of the language: %s, %j', (language, body, ...labels) => {
    expect(turnsIn(body, { language }).map(([label]) => label)).toEqual(labels);
  });

  it('open at speakers, by name, last name or with an office before it', () => {
    expect(turnsIn('Anna Maria Ruiz: One.\n\nRuiz: Two.\n\nMinister Anna Maria Ruiz: Three.')).toEqual([
      ['Anna Maria Ruiz', 'One.'],
      ['Ruiz', 'Two.'],
      ['Minister Anna Maria Ruiz', 'Three.'],
    ]);
  });

  it('open at what recurs, and at a name of the title', () => {
    const body = 'Journalist: One?\n\nLucy Stone: Two.\n\nJournalist: Three?';
    expect(turnsIn(body, { title: 'Interview with Lucy Stone' }).map(([label]) => label)).toEqual([
      'Journalist',
      'Lucy Stone',
      'Journalist',
    ]);
  });

  it('take the paragraphs, lists and quotations behind their label', () => {
    const body = 'Q: One?\n\nTwo.\n\n- three\n- four\n\n> five\n\n|six|\n|---|\n|seven|\n\nA: Eight.';
    expect(turnsIn(body)).toEqual([
      ['Q', 'One?\n\nTwo.\n\nthree\n\nfour\n\nfive\n\nsix\n\nseven'],
      ['A', 'Eight.'],
    ]);
  });

  it('open at a label that stands alone above its words', () => {
    expect(turnsIn('Question:\n\nWhy?\n\n**Answer**:\n\nBecause.')).toEqual([
      ['Question', 'Why?'],
      ['Answer', 'Because.'],
    ]);
  });

  it('are cut at each line of a text pasted with single line breaks', () => {
    const turns = [
      ['Q', 'One?'],
      ['A', 'Two.'],
      ['Q', 'Three?'],
    ];
    expect(turnsIn('Q: One?\nA: Two.\nQ: Three?')).toEqual(turns);
    expect(turnsIn('Q: One?  \nA: Two.\\\nQ: Three?')).toEqual(turns);
  });

  it('open in indented paragraphs, as word processors paste them', () => {
    expect(turnsIn('    Q: One?\n\n\tA: Two.')).toEqual([
      ['Q', 'One?'],
      ['A', 'Two.'],
    ]);
  });

  it('do not take the text’s footnotes for the last speaker’s words', () => {
    expect(turnsIn('Q: One?\n\nA: Two[^1].\n\n[^1]: A remark of the office.').at(-1)).toEqual(['A', 'Two.']);
  });

  it.each([
    'He said one thing: go.',
    'He said one thing: go.\n\nHe said one thing: stay.',
    'Note: the harbour is closed.',
    'https://meridian.example/ is the address.',
    '10:30 is the time.\n\n10:30 was the time.',
    '> Question: in a quotation?',
    '- Question: in a list?',
    '```\nQuestion: in code?\n```',
    '# Question: in a heading?',
    'As I once told Anna Maria Ruiz: this is hard.',
  ])('do not open in %j', (body) => {
    expect(turnsIn(body)).toEqual([]);
  });

  it('are in no text of another kind', () => {
    expect(turnsIn('Question: Why?\n\nAnswer: Because.', { turns: false })).toEqual([]);
  });
});
