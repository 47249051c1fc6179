import { statementKey } from '../../shared/keys.ts';
import type { Head } from '../../shared/statement/statement.ts';
import type { World } from './world.ts';

/** Follows which words were ever said in public, and notes each that is on the site before that. */
export class Spoken {
  readonly leaks: string[] = [];
  readonly #words = new Set<string>();

  constructor(world: World) {
    world.onCommit = ({ id, live }: Head) => {
      if (!live) return;
      const records = [live.text, live.record].map((sort) =>
        world.table.items.get(`${statementKey(id)} ${sort}`),
      );
      for (const word of wordsIn(JSON.stringify([live, records]))) this.#words.add(word);
    };
    world.onWrite = (key, body) => {
      const early = wordsIn(body).filter((word) => !this.#words.has(word));
      if (early.length > 0) this.leaks.push(`${key} says ${early.join(', ')} too early`);
    };
  }
}

/** The words in a text that only one text has: the office makes them so. */
export const wordsIn = (text: string): string[] => [...new Set(text.match(/zq\d+zq/g) ?? [])];
