import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { apiFunction } from './api.ts';
import { Attachments } from './attachments.ts';
import { NewsroomDashboard } from './dashboard.ts';
import { Feeds } from './feeds.ts';
import { StatementApi } from './http-api.ts';
import { Indexer } from './indexer.ts';
import { Invalidate } from './invalidate.ts';
import type { Newsroom } from './newsroom.ts';
import { notFoundFunction } from './not-found.ts';
import { previewFunction } from './preview.ts';
import { Relay } from './relay.ts';
import { Release } from './release.ts';
import { Render } from './render.ts';
import { type Domain, SiteDistribution } from './site-distribution.ts';
import { StaticDeployment } from './static-deployment.ts';
import { Sweep } from './sweep.ts';

/** Everything that can be made again from the state stack. */
export class ServiceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { newsroom: Newsroom; domain: Domain | undefined },
  ) {
    super(scope, id, props);
    const { newsroom, domain } = props;
    const { site, origin, state } = newsroom;

    const api = apiFunction(this, newsroom);
    const notFound = notFoundFunction(this, newsroom);
    const preview = previewFunction(this, newsroom);
    const { host, http } = new StatementApi(this, 'Api', { api, preview, notFound, signIn: state.signIn });
    const bucket = state.siteBucket;
    const { distribution } = new SiteDistribution(this, 'Site', {
      site,
      origin,
      bucket,
      uploadsOrigin: state.uploads.url,
      apiHost: host,
      signIn: state.signIn,
      domain,
    });
    const { relay, deadLetters } = new Relay(this, newsroom);
    const consumers = [
      new Render(this, newsroom),
      new Feeds(this, newsroom),
      new Release(this, newsroom),
      new Attachments(this, newsroom),
      new Indexer(this, newsroom),
      new Invalidate(this, newsroom, distribution),
    ];
    const { sweep } = new Sweep(this, newsroom);
    new NewsroomDashboard(this, 'Dashboard', {
      http,
      functions: [api, preview, notFound, relay, ...consumers.map(({ consumer }) => consumer), sweep],
      queues: consumers.map(({ queues }) => queues.queue),
      deadLetters: [deadLetters, ...consumers.map(({ queues }) => queues.deadLetters)],
    });

    new StaticDeployment(this, newsroom);

    new CfnOutput(this, 'SiteUrl', { value: `${origin}/` });
    new CfnOutput(this, 'DeskUrl', { value: `${origin}/desk/` });
    new CfnOutput(this, 'ApiUrl', { value: `${origin}/api/v1/` });
    new CfnOutput(this, 'SignInUrl', { value: state.signIn.domain });
    // Where DNS has to point the origin's name; by itself it is no address to sign in at.
    new CfnOutput(this, 'DistributionDomain', { value: distribution.domainName });
  }
}
