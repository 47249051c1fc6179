import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ownMetric } from './own-metric.ts';
import type { ServiceFunction } from './service-function.ts';

/** What the dashboard shows. */
export type Watched = { http: HttpApi; functions: ServiceFunction[]; queues: Queue[]; deadLetters: Queue[] };

const period = Duration.minutes(1);
const sum = { statistic: 'Sum', period };
const most = { statistic: 'Maximum', period };

/** The one page that an operator opens first: publications, the API, queues, functions. */
export class NewsroomDashboard extends Construct {
  constructor(scope: Construct, id: string, { http, functions, queues, deadLetters }: Watched) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph(
            'Publications a minute, by hand and by schedule',
            ['api', 'release'].map((service) => ownMetric(service, 'Publications', sum)),
          ),
          graph('From commit to page, ms', spread('render', 'PublicationToPage')),
          graph('From commit to lists, ms', spread('feeds', 'PublicationToLists')),
          graph('Publications that wait', [ownMetric('sweep', 'PublicationsWaiting', most)]),
        ],
        [
          graph('API calls', [http.metricCount(sum)]),
          graph('API errors', [http.metricClientError(sum), http.metricServerError(sum)]),
          graph('API latency, ms', [
            http.metricLatency({ statistic: 'p50', period }),
            http.metricLatency({ statistic: 'p95', period }),
          ]),
          graph(
            'Dead letters',
            deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible(most)),
          ),
        ],
        [
          graph(
            'Messages waiting',
            queues.map((queue) => queue.metricApproximateNumberOfMessagesVisible(most)),
          ),
          graph(
            'Oldest message, s',
            queues.map((queue) => queue.metricApproximateAgeOfOldestMessage(most)),
          ),
          graph(
            'Failed, and tried again',
            ['render', 'feeds', 'release', 'attachments'].flatMap((service) =>
              ['Failures', 'Retries'].map((name) => ownMetric(service, name, sum)),
            ),
          ),
          graph(
            'Messages received',
            queues.map((queue) => queue.metricNumberOfMessagesReceived(sum)),
          ),
        ],
        [
          graph(
            'Function calls',
            functions.map(({ lambda }) => lambda.metricInvocations(sum)),
          ),
          graph(
            'Function errors',
            functions.map(({ lambda }) => lambda.metricErrors(sum)),
          ),
          graph(
            'Function duration, ms',
            functions.map(({ lambda }) => lambda.metricDuration({ statistic: 'p95', period })),
          ),
          graph(
            'Throttled calls',
            functions.map(({ lambda }) => lambda.metricThrottles(sum)),
          ),
        ],
      ],
    });
  }
}

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 6, height: 5 });

const spread = (service: string, name: string): IMetric[] =>
  ['p50', 'p95', 'Maximum'].map((statistic) => ownMetric(service, name, { statistic, period }));
