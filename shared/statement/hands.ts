import type { Person } from './statement.ts';

/** Whether somebody has had a hand in a text. */
export const isAmong = (hands: Person[], { sub }: Pick<Person, 'sub'>): boolean =>
  hands.some((one) => one.sub === sub);

/** The hands with one more, once. */
export const withHand = (hands: Person[], person: Person): Person[] =>
  isAmong(hands, person) ? hands : [...hands, person];
