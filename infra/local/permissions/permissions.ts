import { EventEmitter } from 'node:events';
import { here } from '../place.ts';
import { type Deployed, ofType } from '../template/template.ts';
import { type Grant, grantsOf } from './grants.ts';
import type { Principal, Wish } from './statement.ts';
import { wildcard } from './wildcards.ts';

/** Thrown for a call that the policies of the templates don't allow. Its message is as AWS words it. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
}

/** One action that a statement grants, and whether a call ever needed it. */
export type GrantedAction = { grant: string; action: string; resources: string[]; used: boolean };

/**
 * Decides by the policies of the templates who may do what, as IAM does within one account: an explicit Deny, then an
 * Allow of the caller's role or of the resource's policy, else nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export class Permissions extends EventEmitter<{ used: [GrantedAction] }> {
  readonly refusals: { at: number; message: string }[] = [];
  readonly #grants: Grant[];
  readonly #actions = new Map<string, GrantedAction>();
  readonly #withheld = new Set<string>();
  readonly #names: Map<string, string>;
  readonly #enforced: boolean;

  /** `enforced: false` lets everything through, to see what the checks cost. */
  constructor(deployed: Deployed, { enforced = true } = {}) {
    super();
    this.#enforced = enforced;
    this.#grants = grantsOf(deployed);
    this.#names = new Map(ofType(deployed, 'AWS::IAM::Role').map(({ arn, physicalId }) => [arn, physicalId]));
    for (const { id, statement } of this.#grants.filter(({ statement }) => statement.allows))
      for (const action of statement.actions)
        this.#actions.set(`${id} ${action}`, {
          grant: id,
          action,
          resources: statement.resources,
          used: false,
        });
  }

  /** Everything that the templates grant, action by action. */
  get granted(): GrantedAction[] {
    return [...this.#actions.values()];
  }

  /** Takes statements out, by their ids, as if the templates lacked them; all others are in force again. */
  withhold(ids: string[]): void {
    this.#withheld.clear();
    for (const id of ids) this.#withheld.add(id);
  }

  /** Throws `AccessDenied` unless the policies allow it. Calls come over TLS: the loopback address stands for it. */
  check(principal: Principal, action: string, resource: string, context: Record<string, string> = {}): void {
    if (!this.#enforced) return;
    const wish = { principal, action, resource, context: { 'aws:securetransport': 'true', ...context } };
    const about = this.#grants.filter((grant) => !this.#withheld.has(grant.id) && concerns(grant, wish));
    const denial = about.find(({ statement }) => !statement.allows);
    const [allowed] = about;
    if (denial || !allowed) throw this.#refusal(wish, denial);
    this.#use(allowed, action);
  }

  #use({ id, statement }: Grant, action: string): void {
    for (const written of statement.actions) {
      const granted = this.#actions.get(`${id} ${written}`);
      if (!granted || granted.used || !wildcard(written, 'i')(action)) continue;
      granted.used = true;
      this.emit('used', granted);
    }
  }

  #refusal({ principal, action, resource }: Wish, denial: Grant | undefined): AccessDenied {
    const who =
      'service' in principal
        ? principal.service
        : `arn:aws:sts::${here.account}:assumed-role/${this.#names.get(principal.role) ?? principal.role}`;
    const kind = 'service' in principal ? 'resource-based' : 'identity-based';
    const why = denial
      ? `with an explicit deny in ${denial.id}`
      : `because no ${kind} policy allows the ${action} action`;
    const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
    this.refusals.unshift({ at: Date.now(), message });
    this.refusals.splice(50);
    return new AccessDenied(message);
  }
}

/** A role's statements are about that role alone; a resource's about whom they name. */
const concerns = ({ role, statement }: Grant, wish: Wish): boolean =>
  (role === undefined || ('role' in wish.principal && wish.principal.role === role)) &&
  statement.isAbout(wish);
