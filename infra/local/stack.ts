import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addNewsroom } from '../app.ts';
import { bundleFolder, bundleFunctions } from '../bundle.ts';
import { Assets } from './assets.ts';
import { AwsEndpoint } from './aws-endpoint.ts';
import { holdDataFolder } from './data-folder.ts';
import { EventBus } from './event-bus.ts';
import { Front } from './front/front.ts';
import type { LocalStatus } from './front/status.ts';
import { type LocalFunction, localFunctions } from './functions.ts';
import { here } from './place.ts';
import { startPollers } from './pollers.ts';
import { startSchedules } from './schedules.ts';
import { deployStaticFiles } from './static-files.ts';
import { Stores } from './stores.ts';
import { StreamLog } from './stream-log.ts';
import { Tables } from './tables.ts';
import { type Deployed, deploy, ofType } from './template.ts';

/** A running stack. `renew` bundles the functions again and lets their next calls run that. */
export type LocalStack = { front: Front; renew: () => Promise<void>; stop: () => Promise<void> };
type Options = { siteFile: string; port: number; dataDir: string };

/**
 * Brings the deployed stack up on this machine: synthesises the templates, reads them, and wires what is in them.
 * `stop` lets what is under way end and closes every store.
 */
export async function startStack({ siteFile, port, dataDir }: Options): Promise<LocalStack> {
  const origin = `http://localhost:${port}`;
  const letGo = holdDataFolder(dataDir);
  const outdir = join(dataDir, 'cdk.out');
  const stacks = await synthesised(siteFile, origin, outdir);

  const stores = await Stores.start(dataDir);
  const place = { ...here, origin, queues: stores.endpoint };
  const deployed = deploy(outdir, stacks, place);
  const assets = new Assets(outdir, stacks);
  const log = new StreamLog(join(dataDir, 'stream.sqlite'));
  const tables = new Tables(dataDir, log);
  const bus = new EventBus(deployed, (queue, body, group) => stores.send(queue, body, group));
  const aws = new AwsEndpoint(tables, bus);
  await Promise.all([tables.start(deployed), stores.create(deployed)]);
  await deployStaticFiles(deployed, assets, stores.endpoint, place);

  const functions = localFunctions(deployed, assets, endpoints(await aws.start(), stores.endpoint), dataDir);
  for (const fn of functions) fn.warm();
  const invoke = (arn: string, event: unknown) => functionOf(functions, arn).invoke(event);
  const status = () => statusOf(deployed, functions, stores);
  const front = await Front.open({ deployed, port, dataDir, s3Endpoint: stores.endpoint, invoke, status });
  const pollers = startPollers(deployed, functions, stores, log);
  const stopSchedules = startSchedules(deployed, functions);

  const stop = async () => {
    stopSchedules();
    await front.close();
    await Promise.all(pollers.map((poller) => poller.stop()));
    await Promise.all(functions.map((fn) => fn.stop()));
    await aws.stop();
    await tables.stop();
    stores.stop();
    log.close();
    letGo();
  };
  const renew = async () => {
    await bundleFunctions(resolve(siteFile));
    for (const fn of functions) fn.renew(join(bundleFolder(fn.name), 'handler.mjs'));
  };
  return { front, renew, stop };
}

/** Synthesises without what only a deployment needs: cdk-nag, and aws-cdk-lib's check of the templates (3 s). */
async function synthesised(siteFile: string, origin: string, outdir: string): Promise<string[]> {
  rmSync(outdir, { recursive: true, force: true });
  process.env.BUILD_DIR = join(outdir, '..', 'build');
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  await addNewsroom(app, { siteFile: resolve(siteFile), origin, checked: false });
  return app.synth().stacks.map(({ stackName }) => stackName);
}

const endpoints = (aws: string, stores: string) => ({
  AWS_ENDPOINT_URL_DYNAMODB: aws,
  AWS_ENDPOINT_URL_EVENTBRIDGE: aws,
  AWS_ENDPOINT_URL_S3: stores,
  AWS_ENDPOINT_URL_SQS: stores,
});

function functionOf(functions: LocalFunction[], arn: string): LocalFunction {
  const found = functions.find((fn) => fn.arn === arn);
  if (!found) throw new Error(`No function has the ARN ${arn}`);
  return found;
}

function statusOf(deployed: Deployed, functions: LocalFunction[], stores: Stores): LocalStatus {
  const queues = ofType(deployed, 'AWS::SQS::Queue').map(({ arn, logicalId }) => ({
    name: logicalId,
    isDeadLetters: logicalId.includes('DeadLetters'),
    ...stores.depth(arn),
  }));
  return { functions, queues };
}
