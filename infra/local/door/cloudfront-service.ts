import { randomUUID } from 'node:crypto';
import { type Deployed, ofType } from '../template/template.ts';
import { type AwsRequest, type Service, xmlErrors } from './service.ts';

/** What the edges were asked to forget: paths, and tags with a `#`. */
export type Invalidation = { at: number; reference: string; items: string[] };

/** So many of the last invalidations are shown. */
const mostKept = 50;

/** CloudFront's invalidations, of the distribution of the templates. The edge keeps nothing here: they are noted. */
export function cloudfrontService(deployed: Deployed): Service & { invalidations: Invalidation[] } {
  const known = ofType(deployed, 'AWS::CloudFront::Distribution');
  const invalidations: Invalidation[] = [];
  const find = ({ method, url }: AwsRequest) => {
    const [, id] = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation$/.exec(url) ?? [];
    const distribution = known.find(({ physicalId }) => physicalId === id);
    if (method === 'POST' && distribution) return distribution;
    throw new Error(`The local stack has no such call of CloudFront: ${method} ${url}`);
  };
  return {
    invalidations,
    asking(request) {
      const { arn } = find(request);
      return {
        operation: 'CreateInvalidation',
        needs: [{ action: 'cloudfront:CreateInvalidation', resource: arn }],
      };
    },
    async carryOut({ body }) {
      const batch = body.toString('utf8');
      const items = all(batch, 'Path');
      const [reference = ''] = all(batch, 'CallerReference');
      const wrong = items.find((item) => !/^(\/|#[!-+\--~]{1,256}$)/.test(item));
      if (wrong !== undefined || items.length === 0) throw new Error(`It is no path and no tag: ${wrong}`);
      if (!invalidations.some((one) => one.reference === reference))
        invalidations.unshift({ at: Date.now(), reference, items });
      invalidations.splice(mostKept);
      return { status: 201, headers: { 'content-type': 'text/xml' }, body: answerTo(batch) };
    },
    error: xmlErrors(
      {
        denied: [403, 'AccessDenied'],
        throttled: [400, 'Throttling'],
        internal: [500, 'InternalError'],
        invalid: [400, 'InvalidArgument'],
      },
      (error) => `<ErrorResponse>${error}</ErrorResponse>`,
    ),
  };
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html */
const answerTo = (batch: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>${randomUUID()}</Id><Status>InProgress</Status><CreateTime>${new Date().toISOString()}</CreateTime>${batch.replace(/^<\?xml[^>]*>/, '')}</Invalidation>`;

const all = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
