/** Runs in a worker: loads a function's bundle and answers calls, as Lambda's runtime does in its own process. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

// Nothing is imported to check these: a worker starts in the time of its bundle, and functions.ts alone sends them.
const { file, functionName, timeoutSeconds }: { file: string; functionName: string; timeoutSeconds: number } =
  workerData;

const bundle = import(pathToFileURL(file).href);

parentPort?.on('message', async ({ id, event }: { id: string; event: unknown }) => {
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
