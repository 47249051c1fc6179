import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { type BusEvent, eventOf } from '../../shared/events.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { headOf } from '../../shared/table/head-item.ts';

/** The bus event of a stream record of a head; undefined for one that changed only marks. Throws for no head. */
export function eventOfRecord({ dynamodb }: DynamoDBRecord): BusEvent | undefined {
  const after = imageOf(dynamodb?.NewImage);
  if (!after) throw new Error('The stream record has no new image');
  const at = new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
  return eventOf(imageOf(dynamodb?.OldImage), after, at);
}

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

function imageOf(image: Image): Head | undefined {
  // Stream images and items of the API are the same JSON, which two packages give two types.
  return image && headOf(unmarshall(image as Parameters<typeof unmarshall>[0]));
}
