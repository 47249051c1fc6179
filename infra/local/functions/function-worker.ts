/** Runs in a worker: loads a function's bundle and answers calls, as Lambda's runtime does in its own process. */
import { parentPort, workerData } from 'node:worker_threads';
import { tellTimeBy } from '../tell-time.ts';
import { type Handler, loadHandler } from './load-handler.ts';

export type WorkerData = {
  /** The folder of the bundle, and its handler: `handler.handler`. */
  folder: string;
  handler: string;
  functionName: string;
  timeoutSeconds: number;
  /** The clock that it tells the time by (clock.ts). */
  ahead: Float64Array;
  /** How many calls it was given, in memory that both threads share. */
  given: Int32Array;
};
// Not parsed: a worker starts in the time of its bundle, and execution-environment.ts alone sends this.
const { folder, handler, functionName, timeoutSeconds, ahead, given }: WorkerData = workerData;
let answered = 0;

tellTimeBy(ahead);
// A worker's own streams keep lines until the main thread has taken the last one, which one that is frozen never hears.
for (const stream of [process.stdout, process.stderr])
  stream._writev = (chunks, done) => {
    const written = Buffer.concat(chunks.map(({ chunk }) => Buffer.from(chunk))).toString();
    parentPort?.postMessage({ written });
    done();
  };

const loaded = loadHandler(folder, handler);
// Its failure is each call's, and not the end of the worker before the first.
loaded.then(freeze, freeze);

// What the last call left undone goes on before the next one begins.
parentPort?.on('message', (call) => setImmediate(answer, call));

async function answer({ id, request }: { id: string; request: string }): Promise<void> {
  const deadline = performance.now() + timeoutSeconds * 1000;
  const context = {
    awsRequestId: id,
    functionName,
    getRemainingTimeInMillis: () => deadline - performance.now(),
  };
  const reply = await outcome(await loaded.catch(failing), request, context);
  parentPort?.postMessage({ id, ...reply });
  answered++;
  freeze();
}

async function outcome(call: Handler, request: string, context: object) {
  try {
    const result = (await call(JSON.parse(request), context)) ?? null;
    return { result: JSON.stringify(result) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    return { error: { name, message } };
  }
}

function failing(error: unknown): Handler {
  return () => {
    throw error;
  };
}

/**
 * Lets nothing happen in this thread until the next call, as Lambda freezes an environment:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
function freeze(): void {
  Atomics.wait(given, 0, answered);
}
