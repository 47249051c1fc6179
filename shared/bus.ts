import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { awsClient } from './aws.ts';
import { type BusEvent, eventSource } from './events.ts';

const own = new EventBridgeClient(awsClient);

/**
 * PutEvents takes ten entries a call (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html).
 */
const mostEntries = 10;

/** Puts events on a bus. Answers the indexes of those that the bus didn't take, in order. */
export async function putEvents(EventBusName: string, events: BusEvent[], client = own): Promise<number[]> {
  const failed: number[] = [];
  for (let start = 0; start < events.length; start += mostEntries) {
    const Entries = events.slice(start, start + mostEntries).map((event) => ({
      EventBusName,
      Source: eventSource,
      DetailType: event['detail-type'],
      Detail: JSON.stringify(event.detail),
    }));
    const answer = await client.send(new PutEventsCommand({ Entries }));
    answer.Entries?.forEach((entry, index) => {
      if (entry.ErrorCode) failed.push(start + index);
    });
  }
  return failed;
}
