import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { parseSiteFile } from '../shared/site-file.ts';
import { bundleFunctions } from './bundle.ts';
import { ExplainedChecks } from './nag.ts';
import { ServiceStack } from './service-stack.ts';
import type { Domain } from './site-distribution.ts';
import { StateStack } from './state-stack.ts';
import { buildStaticFiles } from './static-files.ts';

type Options = {
  /** The site file's path. */
  siteFile: string;
  /** The site's public origin, if it isn't the site file's. */
  origin?: string | undefined;
  /** A domain of the office's own, with the ARN of its certificate. */
  domain?: Domain | undefined;
  /** False leaves cdk-nag out. */
  checked?: boolean;
};

/** Adds everything that is deployed for one newsroom to an app. Throws `SiteFileError` for a bad site file. */
export async function addNewsroom(
  app: App,
  { siteFile, origin, domain, checked = true }: Options,
): Promise<void> {
  const site = parseSiteFile(JSON.parse(readFileSync(siteFile, 'utf8')));
  const reached = origin ?? (domain ? `https://${domain.name}` : site.origin);
  const [files] = await Promise.all([buildStaticFiles(site, reached), bundleFunctions(siteFile)]);

  const state = new StateStack(app, `${site.id}-state`, { site, origin: reached });
  new ServiceStack(app, `${site.id}-service`, { newsroom: { site, origin: reached, state, files }, domain });
  if (checked) check(app);
}

/** Holds the templates against cdk-nag's AWS Solutions rules; a finding fails the synthesis. */
function check(app: App): void {
  Validations.of(app).addPlugins(new ExplainedChecks());
  Validations.of(app).acknowledge({
    id: 'Annotation::@aws-cdk/core:crossStackReferencesDefaultStrong',
    reason: 'Strong is meant: what the service stack uses must not go away under it.',
  });
}

if (import.meta.main) {
  const app = new App({ analyticsReporting: false });
  const asked = (name: string): string | undefined => app.node.tryGetContext(name);
  const [name, certificate] = [asked('domain'), asked('certificate')];
  if (name && !certificate)
    throw new Error('-c domain=… needs -c certificate=ARN, of a certificate in us-east-1.');
  const domain = name && certificate ? { name, certificate } : undefined;
  await addNewsroom(app, { siteFile: asked('site') ?? 'infra/site.json', domain });
  app.synth();
}
