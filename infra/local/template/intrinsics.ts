import * as z from 'zod';

/** What an intrinsic function may ask of the template that it stands in. */
type Scope = {
  inner: (value: unknown) => unknown;
  ref: (name: string) => string;
  attribute: (logicalId: string, name: string) => string;
  imported: (name: string) => unknown;
  fail: (what: string) => never;
};
type Call = (scope: Scope) => unknown;

/**
 * Reads an object of a template as an intrinsic function; undefined if it is an ordinary object. One that the runner
 * doesn't know fails with its name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function intrinsic(value: object): Call | undefined {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || !(name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')))
    return undefined;
  const call = functions[name];
  return call ? call(argument) : ({ fail }) => fail(`the local stack does not know ${name}`);
}

const functions: Record<string, (argument: unknown) => Call> = {
  Ref:
    (argument) =>
    ({ ref }) =>
      ref(z.string().parse(argument)),

  'Fn::GetAtt': (argument) => {
    const [logicalId, attribute] = z.tuple([z.string(), z.string()]).parse(argument);
    return (scope) => scope.attribute(logicalId, attribute);
  },

  'Fn::ImportValue':
    (argument) =>
    ({ inner, imported }) =>
      imported(String(inner(argument))),

  'Fn::Join': (argument) => {
    const [separator, values] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
    return ({ inner }) => values.map((value) => String(inner(value))).join(separator);
  },

  'Fn::Select': (argument) => {
    const [index, values] = z.tuple([z.coerce.number(), z.unknown()]).parse(argument);
    return ({ inner }) => z.array(z.unknown()).parse(inner(values))[index];
  },

  'Fn::Split': (argument) => {
    const [separator, text] = z.tuple([z.string(), z.unknown()]).parse(argument);
    return ({ inner }) => String(inner(text)).split(separator);
  },

  'Fn::Sub': (argument) => {
    const text = z.string().parse(argument);
    return ({ ref, attribute }) =>
      text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
        const [logicalId = '', attributeName] = name.split('.');
        return attributeName ? attribute(logicalId, attributeName) : ref(name);
      });
  },
};
