import * as z from 'zod/mini';
import { type Values, fieldNames } from './values.ts';

const Kept = z.record(z.enum(fieldNames), z.string());

/** The part of `sessionStorage` that is needed. */
type Store = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/**
 * What was written and not sent, kept in this tab until it is sent: through a reload, an expired sign-in, a
 * connection that fails. `id` is a statement's, or `new`.
 */
export function unsent(store: Store, id: string) {
  const key = `unsent ${id}`;
  return {
    read(): Values | undefined {
      const kept = store.getItem(key);
      const result = kept === null ? undefined : Kept.safeParse(JSON.parse(kept));
      return result?.success ? result.data : undefined;
    },
    keep: (values: Values) => store.setItem(key, JSON.stringify(values)),
    forget: () => store.removeItem(key),
  };
}
