import { labelsOf } from '../../shared/labels/labels.ts';
import type { SiteFile } from '../../shared/site-file.ts';

/** What sentences are put together from. Every one of them is invented, and so is the institution. */
const words = {
  en: {
    subjects: ['The survey', 'A new chart', 'The archive', 'Our third vessel', 'The reading room', 'A diver'],
    verbs: ['records', 'returns', 'describes', 'opens', 'completes', 'confirms'],
    objects: ['the northern shelf', 'two lost logbooks', 'the seamount', 'an older wreck', 'the tide tables'],
    ends: [
      'ahead of winter',
      'for the first time',
      'after nine years',
      'in open water',
      'with every reading',
    ],
  },
  fr: {
    subjects: ['Le relevé', 'Une carte nouvelle', 'Le fonds ancien', 'Notre navire', 'La salle de lecture'],
    verbs: ['consigne', 'restitue', 'décrit', 'ouvre', 'achève', 'confirme'],
    objects: ['le plateau nord', 'deux journaux de bord', 'le mont sous-marin', 'une épave', 'les marées'],
    ends: ['avant l’hiver', 'pour la première fois', 'après neuf ans', 'au large', 'à chaque mesure'],
  },
};

const types = ['press-release', 'statement', 'media-reply', 'transcript', 'interview', 'event-notice'];
const years = 10;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** What `POST /statements` is sent of an invented statement. */
export type Invented = {
  type: string;
  language: string;
  title: string;
  body: string;
  date: string;
  topics: string[];
};

/**
 * Statement `n` of a newsroom by a seed, of the same words whenever it is asked for: types, languages and topics in turn,
 * days over the ten years before `now`.
 */
export function inventedStatement(site: SiteFile, seed: number, n: number, now: Date): Invented {
  const next = chance(seed * 1_000_003 + n);
  const language = site.languages[n % site.languages.length]?.code ?? 'en';
  const known = site.types.map(({ id }) => id).filter((id) => types.includes(id));
  const type = known[n % known.length] ?? site.types[0]?.id ?? 'statement';
  const say = () => sentence(language, next);
  const paragraphs = Array.from({ length: 3 + next(4) }, () =>
    [say(), say(), say()].map((one) => `${one}.`).join(' '),
  );
  const date = new Date(now.getTime() - next(years * 365) * dayMilliseconds).toISOString().slice(0, 10);
  return {
    type,
    language,
    title: `${say()} (${n})`,
    body: hasTurns(type) ? turns(site, language, paragraphs, say) : paragraphs.join('\n\n'),
    date,
    topics: site.topics.filter(() => next(3) === 0).map(({ id }) => id),
  };
}

const hasTurns = (type: string): boolean => ['transcript', 'interview', 'media-reply'].includes(type);

/** Each paragraph is the answer to a question. */
function turns(site: SiteFile, language: string, answers: string[], say: () => string): string {
  const { question, answer } = labelsOf(site, language);
  return answers.map((text) => `${question[0]}: ${say()}?\n\n${answer[0]}: ${text}`).join('\n\n');
}

function sentence(language: string, next: (below: number) => number): string {
  const { subjects, verbs, objects, ends } =
    language in words ? words[language as keyof typeof words] : words.en;
  return [subjects, verbs, objects, ends].map((some) => some[next(some.length)]).join(' ');
}

/** Whole numbers below a limit, by a seed (a linear congruential generator, as good as it has to be). */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
