import { DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The only table of statements that there is. Throws unless there is one. */
export async function onlyTable(client: DynamoDBDocumentClient): Promise<string> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const described = TableNames.map((TableName) => client.send(new DescribeTableCommand({ TableName })));
  const ours = (await Promise.all(described)).flatMap(({ Table }) =>
    Table?.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === 'by-creation')
      ? [Table.TableName]
      : [],
  );
  const [name, ...others] = ours;
  if (!name || others.length > 0) throw new Error(`Name one of the tables: ${TableNames.join(', ')}`);
  return name;
}
