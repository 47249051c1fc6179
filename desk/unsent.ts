import * as z from 'zod/mini';
import { fieldNames } from './values.ts';

const Values = z.record(z.enum(fieldNames), z.string());
const Kept = z.object({ base: Values, values: Values });
type Kept = z.output<typeof Kept>;

/** The part of `sessionStorage` that is needed. */
type Store = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/**
 * What was written and not sent, with what it was written over. It is kept in this tab until it is sent: through
 * a reload, an expired sign-in, a connection that fails. `id` is a statement's, or `new`.
 */
export function unsent(store: Store, id: string) {
  const key = `unsent ${id}`;
  return {
    read(): Kept | undefined {
      const kept = store.getItem(key);
      const result = kept === null ? undefined : Kept.safeParse(JSON.parse(kept));
      return result?.success ? result.data : undefined;
    },
    keep: (kept: Kept) => store.setItem(key, JSON.stringify(kept)),
    forget: () => store.removeItem(key),
  };
}
