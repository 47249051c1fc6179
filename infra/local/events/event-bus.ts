import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Faults } from '../faults/faults.ts';
import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { here } from '../place.ts';
import { mostMessageBytes } from '../stores/stores.ts';
import { type Deployed, ofType, type Resource } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { eventPattern } from './event-pattern.ts';
import type { HeldMessages, Outgoing } from './held-messages.ts';

const Target = z.strictObject({
  Arn: z.string(),
  Id: z.string(),
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
});
/** A rule of a bus; rules with a schedule are read by schedules.ts. */
const Properties = z.strictObject({
  EventBusName: z.string(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED'),
  Targets: z.array(Target).max(5),
});
type Rule = {
  arn: string;
  bus: string;
  matches: (event: unknown) => boolean;
  targets: z.output<typeof Target>[];
};

const Entry = z.object({
  EventBusName: z.string(),
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
});
const Entries = z.object({ Entries: z.array(Entry).max(10) });

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size */
const mostBytes = 256 * 1024;

type EntryResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string };
const throttled: EntryResult = { ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' };
const malformed: EntryResult = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };

type Options = {
  send: (message: Outgoing) => void;
  held: HeldMessages;
  permissions: Permissions;
  faults: Faults;
};

/** The buses of the templates: takes events, and sends each to the queues of the rules that it matches. */
export class EventBus {
  readonly #rules: Rule[];
  readonly #options: Options;

  constructor(deployed: Deployed, options: Options) {
    this.#options = options;
    this.#rules = ofType(deployed, 'AWS::Events::Rule')
      .filter(({ properties }) => !('ScheduleExpression' in properties))
      .map(rule);
  }

  /**
   * Carries out PutEvents, for the first `taken` entries if that is said: the others are throttled. The events are in
   * their queues, durably, before it answers.
   */
  putEvents(body: string, taken = Number.POSITIVE_INFINITY): string {
    const { Entries: entries } = Entries.parse(JSON.parse(body));
    const bytes = entries.reduce(
      (sum, entry) => sum + Buffer.byteLength(entry.Source + entry.DetailType + entry.Detail),
      0,
    );
    if (bytes > mostBytes) throw new Error('Total size of the entries in the request is over the limit.');
    const results = entries.map((entry, index) => (index < taken ? this.#put(entry) : throttled));
    const failed = results.filter((result) => 'ErrorCode' in result);
    return JSON.stringify({ FailedEntryCount: failed.length, Entries: results });
  }

  /** Puts events on the one bus that there is, whatever they name: an operator's command need not know it. */
  tell(body: string): string {
    const [only] = this.#rules;
    const { Entries: entries } = Entries.parse(JSON.parse(body));
    return this.putEvents(
      JSON.stringify({ Entries: entries.map((entry) => ({ ...entry, EventBusName: only?.bus })) }),
    );
  }

  #put({ EventBusName, Source, DetailType, Detail }: z.output<typeof Entry>): EntryResult {
    const detail = jsonObject(Detail);
    if (!detail) return malformed;
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailType,
      source: Source,
      account: here.account,
      time: `${new Date().toISOString().slice(0, 19)}Z`,
      region: here.region,
      resources: [],
      detail,
    };
    for (const { arn, bus, matches, targets } of this.#rules)
      if (bus === EventBusName && matches(event))
        for (const { Arn, SqsParameters } of targets)
          this.#deliver(arn, {
            queueArn: Arn,
            body: JSON.stringify(event),
            groupId: SqsParameters?.MessageGroupId,
          });
    return { EventId: event.id };
  }

  /** A queue whose policy doesn't let the rule in, or that takes no such size, misses it; who put it doesn't hear. */
  #deliver(ruleArn: string, message: Outgoing): void {
    const { permissions, faults, send, held } = this.#options;
    if (Buffer.byteLength(message.body) > mostMessageBytes) {
      console.error(`${ruleArn} lost an event: it is too large for a message`);
      return;
    }
    try {
      const principal = { service: 'events.amazonaws.com' };
      permissions.check(principal, 'sqs:SendMessage', message.queueArn, { 'aws:sourcearn': ruleArn });
    } catch (error) {
      if (error instanceof AccessDenied) return;
      throw error;
    }
    const fault = faults.meets(`bus ${message.queueArn.split(':').at(-1)}`, ['duplicate', 'late']);
    if (fault?.kind !== 'late') send(message);
    if (fault) held.hold(message, fault.extent * mostLateMilliseconds);
  }
}

const mostLateMilliseconds = 4000;

function rule(resource: Resource): Rule {
  const { EventBusName, EventPattern, Targets } = understood(Properties, resource);
  return {
    arn: resource.arn,
    bus: EventBusName,
    matches: eventPattern(EventPattern, `${resource.logicalId}.EventPattern`),
    targets: Targets,
  };
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
