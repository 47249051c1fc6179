import { Problem } from '../../shared/errors.ts';
import { permit, possibleActions } from '../../shared/statement/permission.ts';
import type { Caller, Review } from '../../shared/statement/roles.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { type Action, actions } from '../../shared/statement/transitions.ts';
import { type Answered, call } from '../functions/api/call.ts';
import { clock } from './clock.ts';
import { type Fate, invoke } from './invocation.ts';
import { type Person, people, type Request, requestFor, requestToCreate } from './requests.ts';
import type { Again, Ask, Day } from './steps.ts';
import { timeouts } from './timeouts.ts';
import type { World } from './world.ts';

/** A request that was sent, and its answer; undefined if the function died on it. */
export type Asked = {
  requestId: string;
  /** When it was sent. */
  at: number;
  person: Person;
  request: Request;
  headers: Record<string, string>;
  answer: Answered | undefined;
};

/** The people of the office at work: they ask the API's handler, and what the rules foretell is what they are told. */
export class Office {
  readonly asked: Asked[] = [];
  readonly #world: World;
  readonly #review: Review;
  readonly #staff: Person[];
  #words = 0;

  constructor(world: World, { review, staff }: Pick<Day, 'review' | 'staff'>) {
    this.#world = world;
    this.#review = review;
    this.#staff = people.slice(0, staff);
  }

  /** A statement that was written by one, and approved and published by another. */
  async publish(nth: number): Promise<void> {
    const choices = { bit: (n: number) => n === 1 || n === 2 + nth, words: this.words, others: [] };
    await this.#send(chosen(people, 2), requestToCreate(choices), {}, undefined);
    for (const action of ['submit', 'approve', 'publish'] as const) {
      const head = chosen(this.#world.heads, this.#world.heads.length - 1);
      const headers = { 'if-match': `"${head.version}"` };
      await this.#send(chosen(people, 1), requestFor(action, { head, ...choices }), headers, undefined);
    }
  }

  /** `alone` says that nothing else happens meanwhile: then the answer can be foretold. */
  async ask(step: Ask, alone: boolean): Promise<void> {
    const person = chosen(this.#staff, step.who);
    const { heads } = this.#world;
    const head = heads[step.which];
    const others = heads.filter((one) => one !== head);
    const choices = { bit: (n: number) => Boolean((step.choices >> n) & 1), words: this.words, others };
    if (!head) {
      await this.#send(person, requestToCreate(choices), this.#headers(step), step.fate);
      return;
    }

    const action = this.#actionOf(step, person, head);
    const request = requestFor(action, { head, ...choices });
    const version = step.stale ? head.version + 1 : head.version;
    const headers = { 'if-match': `"${version}"`, ...this.#headers(step) };
    const foretold = this.#foretell(action, head, person, request, step.stale);
    const sent = await this.#send(person, request, headers, step.fate);
    if (alone && sent && !step.fate) check(sent, foretold);
  }

  /** Sends an earlier request once more, as whoever got no answer does. */
  async again({ which, fate }: Again): Promise<void> {
    const unanswered = this.asked.filter(({ answer }) => !answer);
    const earlier = (unanswered.length > 0 ? unanswered : this.asked).at(-1 - which);
    if (earlier) await this.#send(earlier.person, earlier.request, earlier.headers, fate);
  }

  /** Words that nobody has said before. */
  readonly words = (): string => `zq${this.#words++}zq`;

  async #send(
    person: Person,
    request: Request,
    headers: Record<string, string>,
    fate: Fate | undefined,
  ): Promise<(Asked & { answer: Answered }) | undefined> {
    const requestId = `request-${this.asked.length}`;
    const { method, path, body } = request;
    const asked: Asked = { requestId, at: clock.now, person, request, headers, answer: undefined };
    this.asked.push(asked);
    const claims = { ...claimsOf(person) };
    const answer = await invoke(fate, timeouts.api, () =>
      call(method, path, { body, headers, claims, requestId }),
    );
    if (!answer) return undefined;
    if (answer.status >= 500) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    asked.answer = answer;
    return { ...asked, answer };
  }

  #headers({ keyed }: Ask): Record<string, string> {
    return keyed ? { 'idempotency-key': `key-${this.asked.length}` } : {};
  }

  #actionOf({ anything, action }: Ask, person: Person, head: Head): Action {
    const possible = possibleActions(head, callerOf(person), this.#review);
    const may = [...possible.actions, ...possible.overrides];
    const further = may.filter((one) => one !== 'note' && one !== 'delete');
    if (anything || may.length === 0) return chosen(actions, action);
    return chosen(action % 8 === 0 || further.length === 0 ? may : further, action);
  }

  /** The refusal that the rules foretell, if any. */
  #foretell(
    action: Action,
    head: Head,
    person: Person,
    { body }: Request,
    stale: boolean,
  ): number | undefined {
    if (head.deleted) return 404;
    if (stale) return 412;
    try {
      permit(action, head, { caller: callerOf(person), at: clock.instant }, this.#review, { ...body });
      return undefined;
    } catch (error) {
      if (error instanceof Problem) return error.status;
      throw error;
    }
  }
}

function check({ request, answer }: { request: Request; answer: Answered }, foretold: number | undefined) {
  const allowed = foretold ? [foretold] : [200, 204, ...(request.mayBe ?? [])];
  if (allowed.includes(answer.status)) return;
  throw new Error(
    `Foretold ${allowed.join(' or ')}: ${JSON.stringify(request)} was answered ${JSON.stringify(answer)}`,
  );
}

const callerOf = ({ name, role }: Person): Caller => ({ sub: `sub-${name}`, name, role, client: 'desk' });
const claimsOf = ({ name, role }: Person) => ({
  sub: `sub-${name}`,
  username: name,
  client_id: 'desk',
  'cognito:groups': `[${role}]`,
});

function chosen<Some>(some: readonly Some[], n: number): Some {
  const one = some[n % some.length];
  if (one === undefined) throw new Error('There is nothing to choose from');
  return one;
}
