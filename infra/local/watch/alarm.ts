import * as z from 'zod';
import { kept } from './metric-store.ts';
import { statisticNames } from './statistics.ts';

/**
 * The properties of an alarm on one metric that are honoured here.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
 */
export const Alarm = z
  .strictObject({
    AlarmName: z.string().optional(),
    AlarmDescription: z.string().optional(),
    Namespace: z.string(),
    MetricName: z.string(),
    Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
    Statistic: z.enum(statisticNames).optional(),
    ExtendedStatistic: z
      .string()
      .regex(/^p(100|\d{1,2}(\.\d+)?)$/)
      .optional(),
    Period: z.int().positive().multipleOf(60),
    EvaluationPeriods: z.int().positive(),
    DatapointsToAlarm: z.int().positive().optional(),
    Threshold: z.number(),
    ComparisonOperator: z.enum([
      'GreaterThanThreshold',
      'GreaterThanOrEqualToThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
    ]),
    TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']).default('missing'),
    // A metric has one unit here, and nobody hears of an alarm but who looks at /_local/.
    Unit: z.string().optional(),
    ActionsEnabled: z.boolean().optional(),
    AlarmActions: z.array(z.string()).optional(),
  })
  .refine(({ Statistic, ExtendedStatistic }) => !Statistic !== !ExtendedStatistic, 'it needs one statistic')
  .refine(
    ({ Period, EvaluationPeriods }) => Period * 1000 * (EvaluationPeriods + 1) <= kept,
    'it looks back further than metrics are kept',
  );
export type Alarm = z.output<typeof Alarm>;
