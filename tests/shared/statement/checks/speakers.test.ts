import { describe, expect, it } from 'vitest';
import { askedOf, checked } from './checking.ts';

describe('speakers', () => {
  const transcript = { type: 'transcript', speakers: ['Ines Tavira', { name: 'Jonas Reed' }] };
  it('who never speak, or are not named, are asked about', () => {
    const body =
      'Ines Tavira: Good morning.\n\nMara Quill: One question.\n\nInes Tavira: Yes.\n\nMara Quill: Thanks.';
    expect(checked({ ...transcript, body }).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['silent-speaker', '/speakers/1'],
      ['unnamed-speaker', '/speakers'],
    ]);
  });

  it('whose words went into another’s turn are asked about', () => {
    const body =
      'Ines Tavira: Good morning.\n\nJonas Reed: Hello.\n\nMara Quill: I have one question for you.';
    expect(askedOf(body, transcript)).toEqual(['unnamed-speaker 5']);
  });

  it('are none in a type without turns', () => {
    expect(askedOf('Mara Quill: I have one question for you.', { speakers: ['Ines Tavira'] })).toEqual([]);
  });
});
