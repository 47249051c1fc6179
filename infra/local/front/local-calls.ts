import * as z from 'zod';
import { PlannedFault } from '../faults/faults.ts';
import type { GrantedAction } from '../permissions/permissions.ts';
import { bucketsPath } from '../place.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';
import { outbox } from './outbox.ts';
import type { Person } from './sign-in-keys.ts';
import { type LocalStatus, statusPage } from './status.ts';

/** What can be asked of the local stack below `/_local/`, and nowhere else. */
export type LocalCalls = {
  dataDir: string;
  status: () => LocalStatus;
  token: (person: Person) => Promise<string>;
  /** Sends dead letters back: of one queue, by its logical id, or of `all`; answers how many. */
  redrive: (queue: string) => Promise<number>;
  /** Plans a fault for one call of one function. */
  plan: (fault: PlannedFault) => void;
  /** Moves the stack's clock on. */
  advance: (milliseconds: number) => void;
  /** Takes what is sent to a presigned address below `bucketsPath`. */
  upload: (request: Asked) => Promise<Answered>;
  /** Carries out a request of the DynamoDB API that only reads. */
  readTable: (operation: string, body: string) => Promise<{ status: number; body: string }>;
  /** Puts events on the bus, as EventBridge takes them, whatever bus they name. */
  tell: (body: string) => string;
  /** What the templates grant, and what of it was used. */
  granted: () => GrantedAction[];
  /** Takes statements of policies out of force, by their ids; those taken out before are in force again. */
  withhold: (ids: string[]) => void;
};

const Who = z.object({ name: z.string().min(1), group: z.string().min(1) });
const Advance = z.strictObject({ milliseconds: z.number().positive() });
const Withhold = z.strictObject({ ids: z.array(z.string()) });

type Answering = (request: Asked, calls: LocalCalls) => Answered | Promise<Answered>;

const json = (value: unknown): Answered => answerText(200, 'application/json', JSON.stringify(value));
const done = (): Answered => ({ status: 204, headers: {}, body: Buffer.alloc(0) });

const answers: Record<string, Answering> = {
  'GET /_local/': (_, { status }) => answerText(200, 'text/html; charset=utf-8', statusPage(status())),
  'GET /_local/status.json': (_, { status }) => json(status()),
  'GET /_local/permissions': (_, { granted }) => json(granted()),
  'POST /_local/token': async ({ body }, { token }) =>
    answerText(200, 'text/plain', await token(read(Who, body))),
  'POST /_local/faults': ({ body }, { plan }) => {
    plan(read(PlannedFault, body));
    return done();
  },
  'POST /_local/clock': ({ body }, { advance }) => {
    advance(read(Advance, body).milliseconds);
    return done();
  },
  'POST /_local/permissions': ({ body }, { withhold }) => {
    withhold(read(Withhold, body).ids);
    return done();
  },
  'POST /_local/dynamodb/': async ({ body, headers }, { readTable }) => {
    const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.');
    const read = await readTable(operation, body.toString('utf8'));
    return answerText(read.status, 'application/x-amz-json-1.0', read.body);
  },
  'POST /_local/events/': ({ body }, { tell }) =>
    answerText(200, 'application/x-amz-json-1.1', tell(body.toString('utf8'))),
  'POST /_local/redrive': async ({ body, headers }, { redrive }) => {
    const moved = await redrive(new URLSearchParams(body.toString('utf8')).get('queue') ?? '');
    if (headers.accept === 'application/json') return json({ moved });
    return answerText(303, 'text/plain', `${moved} messages were sent back\n`, { location: '/_local/' });
  },
};

/** Answers a call below `/_local/`. */
export async function localAnswer(request: Asked, calls: LocalCalls): Promise<Answered> {
  if (request.uri.startsWith(`${bucketsPath}/`)) return calls.upload(request);
  const answering = answers[`${request.method === 'HEAD' ? 'GET' : request.method} ${request.uri}`];
  const letters = /^\/_local\/outbox\/([^/]*)$/.exec(request.uri);
  try {
    const answer = answering
      ? await answering(request, calls)
      : letters && outbox(calls.dataDir, letters[1] ?? '');
    return answer || answerText(404, 'text/plain', 'There is nothing at this address\n');
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError))
      throw error;
    const what = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return answerText(422, 'text/plain', `${what}\n`);
  }
}

const read = <Schema extends z.ZodType>(schema: Schema, body: Buffer): z.output<Schema> =>
  schema.parse(JSON.parse(body.toString('utf8')));
