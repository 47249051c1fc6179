import * as z from 'zod';

/**
 * Reads an event pattern (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html):
 * lists of exact values, and `prefix`, `exists` and `anything-but`. Throws for another operator, with its path.
 */
export function eventPattern(pattern: unknown, path = 'EventPattern'): (event: unknown) => boolean {
  if (Array.isArray(pattern)) {
    const tests = pattern.map((one, index) => operator(one, `${path}.${index}`));
    return (value) => (Array.isArray(value) ? value : [value]).some((one) => tests.some((test) => test(one)));
  }
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(pattern));
  const tests = fields.map(([name, inner]) => [name, eventPattern(inner, `${path}.${name}`)] as const);
  return (event) => tests.every(([name, test]) => test(isObject(event) ? event[name] : undefined));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function operator(wanted: unknown, path: string): (value: unknown) => boolean {
  if (!isObject(wanted)) return (value) => value === wanted;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(wanted);
  const values = [argument].flat();
  // An operator in an operator, or two together, would change what each means.
  if (others.length === 0 && !values.some(isObject)) {
    if (name === 'prefix') return (value) => typeof value === 'string' && value.startsWith(String(argument));
    if (name === 'exists') return (value) => (value !== undefined) === argument;
    if (name === 'anything-but') return (value) => value !== undefined && !values.includes(value);
  }
  throw new Error(`${path}: the local stack does not know the operator ${JSON.stringify(wanted)}`);
}
