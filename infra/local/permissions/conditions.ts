import * as z from 'zod';
import { wildcard } from './wildcards.ts';

/** What is known of a call beside who, what and on what: condition keys in lower case. */
export type Context = Record<string, string>;

/** The keys that the local stack can tell. A policy that asks for another one would never be met: it stops the start. */
const keys = ['aws:securetransport', 'aws:sourcearn', 'aws:sourceaccount', 'dynamodb:leadingkeys'];
const Key = z
  .string()
  .toLowerCase()
  .refine((key) => keys.includes(key), { error: 'the local stack does not know this condition key' });
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** An operator with its keys: each must be known, and be one of its values. */
const operator = (compare: (wanted: string) => (given: string) => boolean) =>
  z.record(Key, texts).transform((wanted) => {
    const tests = Object.entries(wanted).map(([key, values]) => ({ key, matches: values.map(compare) }));
    return (context: Context) =>
      tests.every(({ key, matches }) => {
        const given = context[key];
        return given !== undefined && matches.some((match) => match(given));
      });
  });

const equal = (wanted: string) => (given: string) => given === wanted;
const like = (wanted: string) => wildcard(wanted);

/**
 * The condition of a statement, whose operators must all hold. Both operators for ARNs take wildcards.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const Condition = z
  .strictObject({
    StringEquals: operator(equal),
    StringLike: operator(like),
    // Of a key with several values; here a call has one, or the stack can't tell them, and it is refused.
    'ForAllValues:StringLike': operator(like),
    ArnEquals: operator(like),
    ArnLike: operator(like),
    Bool: operator(equal),
  })
  .partial()
  .transform((operators) => {
    const tests = Object.values(operators);
    return (context: Context) => tests.every((test) => test(context));
  });
