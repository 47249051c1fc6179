/** Runs in a worker: loads a function's bundle and answers calls, as Lambda's runtime does in its own process. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';

const { file, functionName, timeoutSeconds } = z
  .object({ file: z.string(), functionName: z.string(), timeoutSeconds: z.number() })
  .parse(workerData);
const Call = z.object({ id: z.string(), event: z.unknown() });

const bundle = import(pathToFileURL(file).href);

parentPort?.on('message', async (message) => {
  const { id, event } = Call.parse(message);
  const deadline = Date.now() + timeoutSeconds * 1000;
  const context = { awsRequestId: id, functionName, getRemainingTimeInMillis: () => deadline - Date.now() };
  try {
    const { handler } = await bundle;
    // Through JSON and back, as everything that a function answers.
    const result = await handler(event, context);
    parentPort?.postMessage({ id, result: result === undefined ? null : JSON.parse(JSON.stringify(result)) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    parentPort?.postMessage({ id, error: { name, message } });
  }
});
