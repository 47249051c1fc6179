import { folded, isNameLike, openingAt } from '../../markup/turn-labels.ts';
import { speakerName } from '../content.ts';
import type { Check, Checked, Finding } from './check.ts';

/** Whether a label is somebody's: the name, the name with a title before it, or its last words. */
const isLabelOf = (label: string, name: string): boolean =>
  label === name || label.endsWith(` ${name}`) || name.endsWith(` ${label}`);

/**
 * Speakers who are named and never speak. Where somebody answers under a word like `A:`, nobody can tell who that
 * is, and nothing is asked.
 */
export const silentSpeakers: Check = ({ turns, content }) => {
  if (!turns || turns.length === 0 || turns.some(({ role }) => role === 'answer')) return [];
  const labels = [...new Set(turns.map(({ label }) => folded(label)))];
  return content.speakers.flatMap((speaker, index): Finding[] => {
    const name = speakerName(speaker);
    if (labels.some((label) => isLabelOf(label, folded(name)))) return [];
    const message = `${name} is named as a speaker and has no turn in the text.`;
    return [{ code: 'silent-speaker', message, pointer: `/speakers/${index}` }];
  });
};

/** Labels that open turns, or look as if they should, and aren't among the speakers. */
export const unnamedSpeakers: Check = (text) => {
  if (!text.turns || text.turns.length === 0 || text.content.speakers.length === 0) return [];
  const names = text.content.speakers.map((speaker) => folded(speakerName(speaker)));
  const isNamed = (label: string) => names.some((name) => isLabelOf(folded(label), name));
  const openings = new Set(text.turns.map(({ label }) => folded(label)));
  const speaking = new Map(
    text.turns
      .filter(({ role, label }) => role === 'speaker' && !isNamed(label))
      .map(({ label }) => [folded(label), label]),
  );
  const asked = [...speaking.values()].map((label): Finding => {
    const message = `${label} has a turn in the text and is not named as a speaker.`;
    return { code: 'unnamed-speaker', message, pointer: '/speakers' };
  });
  return [...asked, ...unopened(text, (label) => openings.has(folded(label)) || isNamed(label))];
};

/** A paragraph like `Maria Ruiz: We will.`, which is no turn since nobody is named so: part of the one before. */
function unopened({ source }: Checked, isKnown: (label: string) => boolean): Finding[] {
  return [...source.prose.matchAll(/^(?=[\p{Lu}*_]).{3,}$/gmu)].flatMap((match): Finding[] => {
    const [line] = match;
    const opening = openingAt(line, 0);
    if (!opening || opening.tight || isKnown(opening.label) || !isPersonLike(opening.label)) return [];
    if (!isSpeech(line.slice(opening.end))) return [];
    const message = `“${opening.label}:” looks like somebody’s turn and is none, since no speaker is named so.`;
    return [{ code: 'unnamed-speaker', message, pointer: '/body', place: source.placeAt(match.index) }];
  });
}

/** Two to four words, each with a capital: `Note:` and `What we know:` are no people. */
const isPersonLike = (label: string): boolean =>
  isNameLike(label) && /^\p{Lu}\S+(?: \p{Lu}\S*){1,3}$/u.test(label);

/** A sentence, and no telephone number, address or list. */
const isSpeech = (words: string): boolean =>
  /[.?!…][”"»)]*$/.test(words.trimEnd()) && !/[@\ufffc]|\d{4}/.test(words) && words.split(' ').length > 3;
