import * as z from 'zod';
import { type Deployed, ofType, type Resource, TemplateError } from '../template/template.ts';
import { understood } from '../template/understood.ts';
import { compressed } from './compression.ts';
import type { Answered, Asked } from './exchange.ts';
import { answerText } from './exchange.ts';
import { headerPolicy } from './header-policy.ts';
import { ViewerFunction } from './viewer-function.ts';

const Behaviour = z.strictObject({
  PathPattern: z.string().optional(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  Compress: z.boolean(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .default([]),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.enum(['https-only', 'redirect-to-https']),
});
const Members = z.object({ Items: z.array(z.object({ OriginId: z.string() })) });
const Config = z.strictObject({
  // Nothing is kept here, so that there is nothing to forget by a tag.
  CacheTagConfig: z.strictObject({ HeaderName: z.string() }).optional(),
  CacheBehaviors: z.array(Behaviour).default([]),
  CustomErrorResponses: z.array(z.strictObject({ ErrorCachingMinTTL: z.number(), ErrorCode: z.number() })),
  DefaultCacheBehavior: Behaviour,
  Enabled: z.literal(true),
  HttpVersion: z.string(),
  IPV6Enabled: z.boolean(),
  OriginGroups: z.object({
    Items: z.array(
      z.object({
        Id: z.string(),
        FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.number()) }) }),
        Members,
      }),
    ),
  }),
  Origins: z.array(
    z.strictObject({
      Id: z.string(),
      DomainName: z.string(),
      OriginAccessControlId: z.string().optional(),
      S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal('') }).optional(),
      CustomOriginConfig: z
        .strictObject({
          OriginProtocolPolicy: z.literal('https-only'),
          OriginSSLProtocols: z.array(z.string()),
        })
        .optional(),
    }),
  ),
});
type Behaviour = z.output<typeof Behaviour>;

export type Origin = (request: Asked) => Promise<Answered>;

/** The CloudFront distribution of the templates: it caches nothing, and is otherwise true to its configuration. */
export class Distribution {
  readonly #behaviours: (Behaviour & { matches: (uri: string) => boolean })[];
  readonly #origins: Map<string, Origin>;
  readonly #functions: Map<string, ViewerFunction>;
  readonly #policies: Map<string, (answer: Answered) => Answered>;

  constructor(deployed: Deployed, originOf: (domainName: string) => Origin | undefined) {
    const [resource] = ofType(deployed, 'AWS::CloudFront::Distribution');
    if (!resource) throw new TemplateError('The templates have no distribution');
    const config = understood(z.strictObject({ DistributionConfig: Config }), resource).DistributionConfig;
    this.#behaviours = [...config.CacheBehaviors, { ...config.DefaultCacheBehavior, PathPattern: '*' }].map(
      (behaviour) => ({
        ...behaviour,
        matches: pathPattern(behaviour.PathPattern ?? '*'),
      }),
    );
    this.#origins = origins(config, resource, originOf);
    this.#functions = new Map(
      ofType(deployed, 'AWS::CloudFront::Function').map((one) => [one.arn, new ViewerFunction(one)]),
    );
    this.#policies = new Map(
      ofType(deployed, 'AWS::CloudFront::ResponseHeadersPolicy').map((one) => [
        one.physicalId,
        headerPolicy(one),
      ]),
    );
    for (const { TargetOriginId, FunctionAssociations, ResponseHeadersPolicyId } of this.#behaviours) {
      if (ResponseHeadersPolicyId && !this.#policies.has(ResponseHeadersPolicyId))
        throw new TemplateError(`${resource.logicalId}: no headers policy is ${ResponseHeadersPolicyId}`);
      if (!this.#origins.has(TargetOriginId))
        throw new TemplateError(`${resource.logicalId}: no origin is ${TargetOriginId}`);
      for (const { FunctionARN } of FunctionAssociations)
        if (!this.#functions.has(FunctionARN))
          throw new TemplateError(`${resource.logicalId}: no function is ${FunctionARN}`);
    }
  }

  /** Answers a viewer's request. */
  async answer(request: Asked): Promise<Answered> {
    const behaviour = this.#behaviours.find(({ matches }) => matches(request.uri));
    if (!behaviour) throw new TemplateError(`No behaviour matches ${request.uri}`);
    if (!behaviour.AllowedMethods.includes(request.method))
      return answerText(403, 'text/html', 'This method is not allowed here.');
    const policy =
      this.#policies.get(behaviour.ResponseHeadersPolicyId ?? '') ?? ((answer: Answered) => answer);
    const answer = policy(await this.#throughFunctions(behaviour, request));
    return behaviour.Compress && behaviour.CachePolicyId !== cachingDisabled
      ? compressed(request, answer)
      : answer;
  }

  async #throughFunctions(behaviour: Behaviour, request: Asked): Promise<Answered> {
    let current = request;
    for (const { FunctionARN } of behaviour.FunctionAssociations) {
      const result = this.#functions.get(FunctionARN)?.run(current) ?? current;
      if ('status' in result) return result;
      current = result;
    }
    const origin = this.#origins.get(behaviour.TargetOriginId);
    return origin ? origin(current) : answerText(502, 'text/plain', 'Bad gateway');
  }
}

/** The managed policy CachingDisabled; CloudFront compresses only what it may cache. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

function origins(
  config: z.output<typeof Config>,
  { logicalId }: Resource,
  originOf: (domainName: string) => Origin | undefined,
) {
  const known = new Map<string, Origin>();
  for (const { Id, DomainName } of config.Origins) {
    const origin = originOf(DomainName);
    if (!origin) throw new TemplateError(`${logicalId}: nothing here answers for ${DomainName}`);
    known.set(Id, origin);
  }
  for (const { Id, FailoverCriteria, Members } of config.OriginGroups.Items) {
    const [primary, secondary] = Members.Items.map(({ OriginId }) => known.get(OriginId));
    if (!primary || !secondary)
      throw new TemplateError(`${logicalId}: the origin group ${Id} lacks a member`);
    const fails = new Set(FailoverCriteria.StatusCodes.Items);
    known.set(Id, async (request) => {
      const answer = await primary(request);
      return fails.has(answer.status) ? secondary(request) : answer;
    });
  }
  return known;
}

/** A path pattern: `*` is any text, `?` any one character. */
function pathPattern(pattern: string): (uri: string) => boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (uri) => expression.test(uri);
}
