import { describe, expect, it } from 'vitest';
import { checked } from './checking.ts';
import { goodTexts } from './good-texts.ts';

describe('a language', () => {
  const bodies = goodTexts.slice(0, 6);
  const pairs = bodies.flatMap((text) =>
    bodies.filter((other) => other !== text).map(({ language }) => [text, language] as const),
  );
  it.each(pairs.map(([text, language]) => [text.language, language, text]))(
    '%s is not taken for %s',
    (_, language, text) => {
      // Short letters of two languages in one script are told apart by their words, and need enough of them.
      const body = `${text.body}\n\n${text.body}\n\n${text.body}`;
      const asked = checked({ ...text, body, title: 'A', language: String(language) });
      expect(asked).toContainEqual(expect.objectContaining({ code: 'other-language', pointer: '/body' }));
    },
  );

  it('of a title is told by its script', () => {
    const title = 'Открывается ассамблея капитанов портов';
    expect(checked({ title }).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['other-language', '/title'],
    ]);
    expect(
      checked({ language: 'ru', title: 'Open Harbour 2026', body: 'Проект продолжится в мае.' }),
    ).toEqual([]);
  });

  it('may be quoted in another', () => {
    const quoted = `${goodTexts[0]?.body}\n\n> ${goodTexts[3]?.body?.replaceAll('\n', '\n> ')}`;
    expect(checked({ title: 'The reef', body: quoted }).map(({ code }) => code)).not.toContain(
      'other-language',
    );
  });
});
