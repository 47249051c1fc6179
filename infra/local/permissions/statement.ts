import * as z from 'zod';
import { Condition, type Context } from './conditions.ts';
import { wildcard } from './wildcards.ts';

/** One wish to do one thing: who, what, on what, and what else is known. */
export type Wish = { principal: Principal; action: string; resource: string; context: Context };

/** Who asks: a role, by its ARN, or a service, by its name (`events.amazonaws.com`). */
export type Principal = { role: string } | { service: string };

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Document = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z
      .strictObject({
        Sid: z.string().optional(),
        Effect: z.enum(['Allow', 'Deny']),
        Principal: z
          .union([z.literal('*'), z.strictObject({ Service: texts.optional(), AWS: texts.optional() })])
          .optional(),
        Action: texts.optional(),
        NotAction: texts.optional(),
        Resource: texts.optional(),
        NotResource: texts.optional(),
        Condition: Condition.optional(),
      })
      .refine(({ Action, NotAction }) => !Action !== !NotAction, {
        error: 'Action or NotAction, and not both',
      }),
  ),
});
type Parsed = z.output<typeof Document>['Statement'][number];

/** A statement of a policy, made ready to be asked. */
export type Statement = {
  allows: boolean;
  /** The actions as written, for a report of what is used; empty for a NotAction. */
  actions: string[];
  resources: string[];
  isAbout: (wish: Wish) => boolean;
};

/**
 * Reads a policy document. Throws a `ZodError` for an element, an operator or a condition key that isn't understood.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const statements = (document: unknown): Statement[] =>
  Document.parse(document).Statement.map(statement);

function statement(parsed: Parsed): Statement {
  const { Effect, Action, NotAction, Resource, NotResource, Condition: holds = () => true } = parsed;
  const actions = anyOf(Action ?? NotAction ?? [], 'i');
  const resources = anyOf(Resource ?? NotResource ?? ['*']);
  const isPrincipal = principals(parsed.Principal);
  return {
    allows: Effect === 'Allow',
    actions: Action ?? [],
    resources: Resource ?? ['*'],
    isAbout: ({ principal, action, resource, context }) =>
      actions(action) === Boolean(Action) &&
      resources(resource) === !NotResource &&
      isPrincipal(principal) &&
      holds(context),
  };
}

function anyOf(patterns: string[], flags?: string): (text: string) => boolean {
  const tests = patterns.map((pattern) => wildcard(pattern, flags));
  return (text) => tests.some((test) => test(text));
}

/** A policy of a role names nobody: it is about that role. */
function principals(named: Parsed['Principal']): (principal: Principal) => boolean {
  if (named === undefined || named === '*') return () => true;
  const { Service = [], AWS = [] } = named;
  return (principal) =>
    AWS.includes('*') ||
    ('service' in principal ? Service.includes(principal.service) : AWS.includes(principal.role));
}
