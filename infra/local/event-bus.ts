import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { eventPattern } from './event-pattern.ts';
import { here } from './place.ts';
import { type Deployed, ofType } from './template.ts';
import { understood } from './understood.ts';

const Target = z.strictObject({
  Arn: z.string(),
  Id: z.string(),
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
});
/** A rule of a bus; rules with a schedule are read by schedules.ts. */
const Rule = z.strictObject({
  EventBusName: z.string(),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.literal('ENABLED'),
  Targets: z.array(Target),
});
const Entries = z.object({
  Entries: z
    .array(
      z.object({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() }),
    )
    .max(10),
});

/** Sends a message to the queue of an ARN. */
export type SendToQueue = (queueArn: string, body: string, groupId: string | undefined) => void;

/** The buses of the templates: takes events, and sends each to the queues of the rules that it matches. */
export class EventBus {
  readonly #rules: {
    bus: string;
    matches: (event: unknown) => boolean;
    targets: z.output<typeof Target>[];
  }[];
  readonly #send: SendToQueue;

  constructor(deployed: Deployed, send: SendToQueue) {
    this.#send = send;
    this.#rules = ofType(deployed, 'AWS::Events::Rule')
      .filter(({ properties }) => !('ScheduleExpression' in properties))
      .map((rule) => {
        const { EventBusName, EventPattern, Targets } = understood(Rule, rule);
        return {
          bus: EventBusName,
          matches: eventPattern(EventPattern, `${rule.logicalId}.EventPattern`),
          targets: Targets,
        };
      });
  }

  /** Carries out PutEvents. The events are in their queues, durably, before it answers. */
  putEvents(body: string): string {
    const { Entries: entries } = Entries.parse(JSON.parse(body));
    const results = entries.map(({ EventBusName, Source, DetailType, Detail }) => {
      const event = {
        version: '0',
        id: randomUUID(),
        'detail-type': DetailType,
        source: Source,
        account: here.account,
        time: `${new Date().toISOString().slice(0, 19)}Z`,
        region: here.region,
        resources: [],
        detail: JSON.parse(Detail),
      };
      for (const { targets } of this.#rules.filter(
        ({ bus, matches }) => bus === EventBusName && matches(event),
      ))
        for (const target of targets)
          this.#send(target.Arn, JSON.stringify(event), target.SqsParameters?.MessageGroupId);
      return { EventId: event.id };
    });
    return JSON.stringify({ FailedEntryCount: 0, Entries: results });
  }
}
