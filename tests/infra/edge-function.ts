import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import { SiteDistribution } from '../../infra/site-distribution.ts';
import { origin, resourcesOf, site, templateOf } from './synthesised.ts';

const Code = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0') }),
});
const Headers = z.record(z.string(), z.object({ value: z.string() }));
const Outcome = z.object({
  /** Of a request that goes on. */
  uri: z.string().optional(),
  /** Of an answer that is made at the edge. */
  statusCode: z.number().optional(),
  headers: Headers.optional(),
  body: z.string().optional(),
});

const distribution = templateOf((stack, { state }) => {
  const [desk, machines] = [{ userPoolClientId: 'desk' }, { userPoolClientId: 'machines' }];
  const signIn = { issuer: 'https://issuer.example', domain: 'https://sign-in.example', desk, machines };
  const hosts = {
    apiHost: 'api.example',
    uploadsOrigin: 'https://uploads.example',
    signIn,
    domain: undefined,
  };
  new SiteDistribution(stack, 'Site', { site, origin, bucket: state.siteBucket, ...hosts });
});

/** The code of the CloudFront Function with this name, as it is deployed. */
export function codeOf(name: string): string {
  const functions = Object.entries(resourcesOf(distribution, 'AWS::CloudFront::Function'));
  const [, found] = functions.find(([id]) => id.includes(name)) ?? [];
  return Code.parse(found?.Properties).FunctionCode;
}

/** What a CloudFront Function makes of a viewer's request, in a world that has little more than the language. */
export function atTheEdge(name: string, uri: string, headers: Record<string, string> = {}) {
  const request = {
    method: 'GET',
    uri,
    querystring: {},
    cookies: {},
    headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, { value }])),
  };
  const event = { version: '1.0', context: { requestId: 'request-1' }, viewer: {}, request };
  const world = createContext({ Buffer, asked: JSON.stringify(event) });
  const outcome: unknown = runInContext(
    `${codeOf(name)}\nJSON.stringify(handler(JSON.parse(asked)));`,
    world,
  );
  return Outcome.parse(JSON.parse(z.string().parse(outcome)));
}
