/** Holds each call of the API against its document: it is asked and answered as that says, and in no other way. */
import * as z from 'zod';
import { mistakesIn, type Operation, operations, pointer } from './document.ts';

type Asked = { method: string; path: string; query: string; headers: Record<string, string>; body: unknown };
type Answered = { status: number; headers: Record<string, unknown>; body: unknown };

/**
 * Throws unless a call was answered as the document says, and what was accepted is what it says can be sent.
 * Answers which of its answers that was: `createStatement 201`, `createStatement invalid`; undefined for no call.
 */
export function hold(asked: Asked, answered: Answered): string | undefined {
  const fitting = operations.filter(
    ({ method, path }) => method === asked.method && patternOf(path).test(asked.path),
  );
  const operation = fitting.find(({ path }) => path === asked.path) ?? fitting[0];
  if (!operation) return undefined;
  const mistakes = [
    ...mistakesInAnswer(operation, answered),
    ...(answered.status < 300 ? mistakesInRequest(operation, asked) : []),
  ];
  const name = `${operation.operationId} ${codeOf(answered.body) ?? answered.status}`;
  if (mistakes.length > 0)
    throw new Error(`docs/openapi.json has ${name} otherwise:\n${mistakes.join('\n')}`);
  return name;
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** The code of a problem, out of its type. */
const codeOf = (body: unknown) => ProblemType.safeParse(body).data?.type.split('#')[1];
const ProblemType = z.object({ type: z.url(), status: z.number() });

function mistakesInAnswer(
  { responses, at }: Operation & { at: string },
  { status, headers: { 'Content-Type': type, 'Cache-Control': _, ...headers }, body }: Answered,
): string[] {
  const answer = responses[status];
  if (!answer) return [`does not answer ${status}: ${JSON.stringify(body)}`];
  const mistakes = [...mistakesInHeaders(answer.headers, headers)];
  if (Object.keys(answer.content).length === 0)
    return body === null ? mistakes : [...mistakes, 'has no body'];
  const media = String(type).split(';', 1).join();
  const content = answer.content[media];
  if (!content) return [...mistakes, `is not ${media}`];
  const code = codeOf(body);
  if (code && !(code in (content.examples ?? {}))) mistakes.push(`is not refused with ${code}`);
  if (media.endsWith('json'))
    mistakes.push(
      ...mistakesIn(body, `${at}${pointer('responses', String(status), 'content', media)}/schema`),
    );
  return mistakes;
}

function mistakesInHeaders(
  said: Operation['responses'][string]['headers'],
  sent: Record<string, unknown>,
): string[] {
  const lacking = Object.keys(said).filter((name) => said[name]?.required && !(name in sent));
  const unknown = Object.keys(sent).filter((name) => !(name in said));
  return [
    ...lacking.map((name) => `lacks the header ${name}`),
    ...unknown.map((name) => `does not have the header ${name}`),
    ...Object.entries(sent).flatMap(([name, value]) =>
      name in said ? mistakesIn(value, `${pointer('components', 'headers', name)}/schema`) : [],
    ),
  ];
}

function mistakesInRequest(
  { parameters, requestBody, at }: Operation & { at: string },
  { query, headers, body }: Asked,
): string[] {
  const queried = [...new URLSearchParams(query).keys()];
  const isSent = (name: string, where: string) =>
    where === 'path' || (where === 'query' ? queried.includes(name) : name.toLowerCase() in headers);
  const lacking = parameters.filter((one) => one.required && !isSent(one.name, one.in));
  const unknown = queried.filter(
    (name) => !parameters.some((one) => one.in === 'query' && one.name === name),
  );
  return [
    ...lacking.map(({ name }) => `needs ${name}`),
    ...unknown.map((name) => `has no parameter ${name}`),
    ...mistakesInBody(requestBody, at, headers['content-type'] ?? 'application/json', body),
  ];
}

function mistakesInBody(said: Operation['requestBody'], at: string, type: string, body: unknown): string[] {
  if (body === undefined) return said?.required ? ['needs a body'] : [];
  const media = type.split(';', 1).join();
  if (!said?.content[media]) return [`takes no body of ${media}`];
  const json: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  return mistakesIn(json, `${at}${pointer('requestBody', 'content', media)}/schema`);
}
