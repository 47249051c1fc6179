import * as z from 'zod';
import type { LocalFunction } from './functions.ts';
import { type Deployed, ofType, TemplateError } from './template.ts';
import { understood } from './understood.ts';

const Rule = z.strictObject({
  ScheduleExpression: z.string(),
  State: z.literal('ENABLED'),
  Targets: z.array(z.strictObject({ Arn: z.string(), Id: z.string() })),
});

/** Calls the functions of scheduled rules: once now, and then at their rate. Answers how to end that. */
export function startSchedules(deployed: Deployed, functions: LocalFunction[]): () => void {
  const timers = ofType(deployed, 'AWS::Events::Rule')
    .filter(({ properties }) => 'ScheduleExpression' in properties)
    .flatMap((rule) => {
      const { ScheduleExpression, Targets } = understood(Rule, rule);
      const minutes = /^rate\((\d+) minutes?\)$/.exec(ScheduleExpression)?.[1];
      if (!minutes)
        throw new TemplateError(
          `${rule.logicalId}.ScheduleExpression: the local stack does not know ${ScheduleExpression}`,
        );
      return Targets.map(({ Arn }) => {
        const target = functions.find(({ arn }) => arn === Arn);
        if (!target) throw new TemplateError(`${rule.logicalId}.Targets: no function has the ARN ${Arn}`);
        // Its failures are counted and logged by the function.
        const call = () =>
          void target
            .invoke({
              source: 'aws.events',
              'detail-type': 'Scheduled Event',
              time: new Date().toISOString(),
            })
            .catch(() => undefined);
        call();
        return setInterval(call, Number(minutes) * 60_000);
      });
    });
  return () => timers.forEach(clearInterval);
}
