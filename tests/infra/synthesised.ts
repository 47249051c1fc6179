import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import type { Newsroom } from '../../infra/newsroom.ts';
import { ServiceStack } from '../../infra/service-stack.ts';
import siteFile from '../../infra/site.json' with { type: 'json' };
import { StateStack } from '../../infra/state-stack.ts';
import { parseSiteFile } from '../../shared/site-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'communique-infra-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An empty bundle for each function: what a template says of it doesn't hang on its code. */
process.env.BUILD_DIR = folder;
for (const name of readdirSync('functions')) emptyFolder(`functions/${name}`);

function emptyFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'empty'), '');
  return path;
}

export const site = parseSiteFile(siteFile);
export const origin = 'https://press.example';
export const style = '/assets/site-STYLE.css';
export const script = '/assets/site-SCRIPT.js';

function newsroomOf(app: App): Newsroom {
  const state = new StateStack(app, 'state', { site, origin });
  const files = { assets: emptyFolder('assets'), files: emptyFolder('files'), style, script };
  return { site, origin, state, files };
}

/** An app without what takes longest: copies of the assets, and CloudFormation’s schemas (app.test.ts has both). */
const newApp = () =>
  new App({
    outdir: join(folder, 'out'),
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
    context: { 'aws:cdk:disable-asset-staging': true },
  });

/** The template of a stack with just what `build` puts into it. */
export function templateOf(build: (stack: Stack, newsroom: Newsroom) => void): Template {
  const app = newApp();
  const newsroom = newsroomOf(app);
  const stack = new Stack(app, 'part');
  build(stack, newsroom);
  return Template.fromStack(stack);
}

/** The state stack with its template, and the service stack's template. */
export function templates(domain?: { name: string; certificate: string }) {
  const app = newApp();
  const newsroom = newsroomOf(app);
  const service = new ServiceStack(app, 'service', { newsroom, domain });
  return {
    stateStack: newsroom.state,
    state: Template.fromStack(newsroom.state),
    service: Template.fromStack(service),
  };
}

type Resource = { Properties: Record<string, unknown>; [attribute: string]: unknown };

/** A template's resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

/** The properties of a template's one resource of a type. */
export function theOnly(template: Template, type: string): Record<string, unknown> {
  const [resource, ...others] = Object.values(resourcesOf(template, type));
  if (!resource || others.length > 0) throw new Error(`There is no one ${type}`);
  return resource.Properties;
}

/** The properties of a template's alarms, each under the name of its metric. */
export const alarmsByMetric = (template: Template): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => [
      String(Properties.MetricName),
      Properties,
    ]),
  );
