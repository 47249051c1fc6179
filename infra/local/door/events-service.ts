import * as z from 'zod';
import type { EventBus } from '../events/event-bus.ts';
import { here } from '../place.ts';
import { type AwsRequest, jsonErrors, type Service } from './service.ts';

const Body = z.looseObject({
  Entries: z
    .array(z.looseObject({ EventBusName: z.string() }))
    .min(1)
    .max(10),
});

/** EventBridge, in front of the buses of the templates. */
export function eventsService(bus: EventBus): Service {
  return {
    asking(request) {
      const operation = operationOf(request);
      const { Entries } = Body.parse(JSON.parse(request.body.toString('utf8')));
      const buses = new Set(Entries.map(({ EventBusName }) => EventBusName));
      const resource = (name: string) => `arn:aws:events:${here.region}:${here.account}:event-bus/${name}`;
      return {
        operation,
        needs: [...buses].map((name) => ({ action: `events:${operation}`, resource: resource(name) })),
        alsoPossible: ['part'],
      };
    },
    async carryOut(request, fault) {
      const body = request.body.toString('utf8');
      // The entries behind a share of them are not taken: the caller has to look at each.
      const taken =
        fault?.kind === 'part'
          ? Math.floor(fault.extent * Body.parse(JSON.parse(body)).Entries.length)
          : undefined;
      return { status: 200, body: bus.putEvents(body, taken) };
    },
    error: jsonErrors({
      denied: [400, 'AccessDeniedException'],
      throttled: [400, 'ThrottlingException'],
      internal: [500, 'InternalException'],
      invalid: [400, 'ValidationException'],
    }),
  };
}

function operationOf({ headers }: AwsRequest): string {
  const operation = headers['x-amz-target']?.split('.')[1];
  if (operation !== 'PutEvents') throw new Error(`The local stack has no events:${operation}`);
  return operation;
}
