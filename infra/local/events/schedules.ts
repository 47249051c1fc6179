import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { type Deployed, ofType, type Resource, TemplateError } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import type { Target } from './target.ts';

const Rule = z.strictObject({
  ScheduleExpression: z.string(),
  State: z.literal('ENABLED'),
  Targets: z.array(z.strictObject({ Arn: z.string(), Id: z.string() })),
});

type Options = { functions: Target[]; permissions: Permissions; faults: Faults; clock: Clock };

/**
 * Calls the functions of scheduled rules: once now, and then at their rate. A clock that is moved over several of
 * their times calls them once. Answers how to end that.
 */
export function startSchedules(deployed: Deployed, options: Options): () => void {
  const stops = ofType(deployed, 'AWS::Events::Rule')
    .filter(({ properties }) => 'ScheduleExpression' in properties)
    .map((rule) => atRate(options.clock, rateOf(rule), callsOf(rule, options)));
  return () => {
    for (const stop of stops) stop();
  };
}

/** The rate of a rule in milliseconds. */
function rateOf(rule: Resource): number {
  const { ScheduleExpression } = understood(Rule, rule);
  const minutes = /^rate\((\d+) minutes?\)$/.exec(ScheduleExpression)?.[1];
  if (minutes) return Number(minutes) * 60_000;
  throw new TemplateError(
    `${rule.logicalId}.ScheduleExpression: the local stack does not know ${ScheduleExpression}`,
  );
}

function callsOf(rule: Resource, { functions, permissions, faults }: Options): () => void {
  const targets = understood(Rule, rule).Targets.map(({ Arn }) => {
    const target = functions.find(({ arn }) => arn === Arn);
    if (!target) throw new TemplateError(`${rule.logicalId}.Targets: no function has the ARN ${Arn}`);
    return target;
  });
  const call = async (target: Target) => {
    const context = { 'aws:sourcearn': rule.arn };
    permissions.check({ service: 'events.amazonaws.com' }, 'lambda:InvokeFunction', target.arn, context);
    await target.invoke({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: new Date().toISOString(),
    });
  };
  return () => {
    for (const target of targets) {
      const times = faults.meets(`schedule ${target.name}`, ['duplicate']) ? 2 : 1;
      // What fails is counted by the function, or by the permissions, and not tried again before its next time.
      for (let time = 0; time < times; time++) void call(target).catch(() => undefined);
    }
  };
}

function atRate(clock: Clock, milliseconds: number, call: () => void): () => void {
  let [due, timer] = [Date.now(), setTimeout(() => undefined)];
  const look = () => {
    clearTimeout(timer);
    if (Date.now() >= due) {
      call();
      due = Date.now() + milliseconds;
    }
    timer = setTimeout(look, due - Date.now());
  };
  clock.on('moved', look);
  look();
  return () => {
    clock.off('moved', look);
    clearTimeout(timer);
  };
}
