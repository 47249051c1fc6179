import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addNewsroom } from '../app.ts';
import { bundleFolder, bundleFunctions } from '../bundle.ts';
import { Clock } from './clock.ts';
import { holdDataFolder } from './data-folder.ts';
import { cloudfrontService } from './door/cloudfront-service.ts';
import { Door } from './door/door.ts';
import { dynamodbService } from './door/dynamodb-service.ts';
import { eventsService } from './door/events-service.ts';
import { s3Service } from './door/s3-service.ts';
import { sqsService } from './door/sqs-service.ts';
import { EventBus } from './events/event-bus.ts';
import { HeldMessages } from './events/held-messages.ts';
import { tellOfObjects } from './events/object-events.ts';
import { startPollers } from './events/pollers.ts';
import { startSchedules } from './events/schedules.ts';
import type { ChaosSpec } from './faults/chaos-spec.ts';
import { Faults } from './faults/faults.ts';
import { Front } from './front/front.ts';
import { uploads } from './front/uploads.ts';
import { type LocalFunction, localFunctions } from './functions/functions.ts';
import { nextLife } from './life.ts';
import { logGranted } from './permissions/granted-log.ts';
import { Permissions } from './permissions/permissions.ts';
import { here } from './place.ts';
import { statusOf } from './status-of.ts';
import { redrive } from './stores/redrive.ts';
import { StaleTables } from './stores/stale-tables.ts';
import { deployStaticFiles } from './stores/static-files.ts';
import { Stores } from './stores/stores.ts';
import { StreamLog } from './stores/stream-log.ts';
import { Tables } from './stores/tables.ts';
import { removeExpired } from './stores/time-to-live.ts';
import { tellTimeBy } from './tell-time.ts';
import { Assets } from './template/assets.ts';
import { deploy } from './template/template.ts';
import { Watch } from './watch/watch.ts';

/** A running stack. `renew` bundles the functions again and lets their next calls run that. */
export type LocalStack = { front: Front; renew: () => Promise<void>; stop: () => Promise<void> };
type Options = {
  siteFile: string;
  port: number;
  dataDir: string;
  chaos: ChaosSpec | undefined;
  /** Whether the roles' permissions are enforced. */
  enforced: boolean;
};

/**
 * Brings the deployed stack up on this machine: synthesises the templates, reads them, and wires what is in them.
 * `stop` lets what is under way end and closes every store.
 */
export async function startStack({ siteFile, port, dataDir, chaos, enforced }: Options): Promise<LocalStack> {
  const origin = `http://localhost:${port}`;
  const letGo = holdDataFolder(dataDir);
  const outdir = join(dataDir, 'cdk.out');
  const stacks = await synthesised(siteFile, origin, outdir);

  const clock = new Clock(dataDir);
  tellTimeBy(clock.ahead);
  const stores = await Stores.start(dataDir);
  const place = { ...here, origin, queues: stores.endpoint };
  const deployed = deploy(outdir, stacks, place);
  const assets = new Assets(outdir, stacks);
  const permissions = new Permissions(deployed, { enforced });
  logGranted(permissions, dataDir);
  const faults = new Faults(chaos, nextLife(dataDir), dataDir);

  const log = new StreamLog(join(dataDir, 'stream.sqlite'));
  const tables = new Tables(dataDir, log);
  await Promise.all([tables.start(deployed), stores.create(deployed)]);
  const stale = faults.isChaos ? await StaleTables.open(deployed, tables, log) : undefined;
  const send = ({
    queueArn,
    body,
    groupId,
  }: {
    queueArn: string;
    body: string;
    groupId?: string | undefined;
  }) => stores.send(queueArn, body, groupId);
  const held = new HeldMessages(join(dataDir, 'held.sqlite'), clock, send);
  const bus = new EventBus(deployed, { send, held, permissions, faults });
  await tellOfObjects(deployed, stores.objects, bus);
  await deployStaticFiles(deployed, assets, stores.endpoint, place);

  const roleOf = (name: string) => named(functions, name).role;
  const cloudfront = cloudfrontService(deployed);
  const door = new Door({
    services: {
      cloudfront,
      dynamodb: dynamodbService(tables, stale),
      events: eventsService(bus),
      s3: s3Service(stores.objects),
      sqs: sqsService(deployed, { hold: (message, milliseconds) => held.hold(message, milliseconds), send }),
    },
    roleOf,
    kill: ({ functionName, worker }) => named(functions, functionName).kill(worker),
    permissions,
    faults,
  });
  const endpoint = await door.open();
  const functions = localFunctions(deployed, {
    assets,
    endpoint,
    dataDir,
    permissions,
    faults,
    ahead: clock.ahead,
  });
  for (const fn of functions) fn.warm();

  const watch = new Watch(deployed, functions, stores);
  clock.on('moved', () => watch.look());
  const front = await Front.open({
    deployed,
    port,
    dataDir,
    s3Endpoint: stores.endpoint,
    permissions,
    invoke: (arn, event) => functionOf(functions, arn).invoke(event),
    onAnswered: (apiId, outcome) => watch.apiAnswered(apiId, outcome),
    local: {
      dataDir,
      status: () =>
        statusOf({ deployed, dataDir, functions, stores, watch, permissions, faults, cloudfront }),
      redrive: (queue) => redrive(deployed, stores, queue),
      plan: (fault) => faults.plan(fault),
      advance: (milliseconds) => clock.advance(milliseconds),
      upload: uploads({ objects: stores.objects, roleOf, permissions }),
      readTable: (operation, body) => tables.read(operation, body),
      tell: (body) => bus.tell(body),
      granted: () => permissions.granted,
      withhold: (ids) => {
        permissions.withhold(ids);
        // A log stream is made, and a role assumed, when an environment starts.
        for (const fn of functions) fn.retire();
      },
    },
  });
  const pollers = startPollers(deployed, { functions, stores, log, permissions, faults, clock });
  const stopSchedules = startSchedules(deployed, { functions, permissions, faults, clock });
  const stopExpiry = removeExpired(tables, clock);

  const stop = async () => {
    stopSchedules();
    stopExpiry();
    watch.stop();
    await front.close();
    await Promise.all(pollers.map((poller) => poller.stop()));
    await Promise.all(functions.map((fn) => fn.stop()));
    await door.close();
    await stale?.close();
    await tables.stop();
    held.close();
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

function functionOf(functions: LocalFunction[], arn: string): LocalFunction {
  return found(functions, (fn) => fn.arn === arn, arn);
}

function named(functions: LocalFunction[], name: string): LocalFunction {
  return found(functions, (fn) => fn.name === name, name);
}

function found(functions: LocalFunction[], is: (fn: LocalFunction) => boolean, what: string): LocalFunction {
  const fn = functions.find(is);
  if (!fn) throw new Error(`No function is ${what}`);
  return fn;
}
