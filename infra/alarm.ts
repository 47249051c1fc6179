import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The headings of docs/operators-book.md that alarms lead to, as anchors. */
export type Heading =
  | 'messages-in-a-dead-letter-queue'
  | 'messages-wait-in-a-queue'
  | 'a-function-fails'
  | 'the-api-answers-with-errors'
  | 'the-sweep-is-silent'
  | 'a-publication-waits-for-the-site'
  | 'publications-are-slow'
  | 'a-scheduled-publication-failed';

type Props = {
  metric: IMetric;
  /** The alarm is raised by a value over this, or under it. */
  over?: number;
  under?: number;
  /** How many periods of the metric in a row; one by default. */
  periods?: number;
  /** Whether silence is a reason too. */
  silence?: boolean;
  /** What has happened, in a sentence without its full stop. */
  says: string;
  heading: Heading;
};

/** An alarm whose description says what has happened and leads to its heading in the operator's book. */
export function alarm(
  scope: Construct,
  id: string,
  { metric, over, under, periods = 1, silence = false, says, heading }: Props,
): Alarm {
  return new Alarm(scope, id, {
    metric,
    threshold: over ?? under ?? 0,
    comparisonOperator:
      over === undefined ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${says}. See docs/operators-book.md#${heading}`,
  });
}
