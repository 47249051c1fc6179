import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { clock } from './clock.ts';

/** The stream's record of an item that was written. */
export const recordOf = (before: object | undefined, after: object): DynamoDBRecord => ({
  eventName: before ? 'MODIFY' : 'INSERT',
  dynamodb: {
    SequenceNumber: '1',
    ApproximateCreationDateTime: Date.parse(clock.instant) / 1000,
    NewImage: image(after),
    ...(before && { OldImage: image(before) }),
  },
});

/** Lambda hands records over as JSON, where sets are lists. */
const image = (item: object) =>
  JSON.parse(JSON.stringify(marshall(item, { removeUndefinedValues: true }), setsAsLists));
const setsAsLists = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);
