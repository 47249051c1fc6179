import * as z from 'zod';

const Response = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * The items of a batch that a function says it failed (ReportBatchItemFailures); undefined if it didn't answer, or
 * answered anything else: then the whole batch failed.
 */
export async function failedItems(called: Promise<unknown>): Promise<string[] | undefined> {
  const read = Response.safeParse(await called.catch(() => undefined));
  return read.success ? read.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) : undefined;
}
