import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../../shared/errors.ts';
import { limits } from '../../shared/statement/content.ts';

/** The body of a request as JSON. Throws `unsupported-media-type` and `malformed`. */
export function jsonBody(event: APIGatewayProxyEventV2, types: string[] = ['application/json']): unknown {
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type))
    throw new Problem(
      'unsupported-media-type',
      `Send ${types.join(' or ')}${type ? `, not ${type}` : ' with a Content-Type header'}.`,
      {
        headers: { Accept: types.join(', ') },
      },
    );
  try {
    return JSON.parse(rawBody(event));
  } catch (cause) {
    throw new Problem('malformed', 'The body is not JSON.', { cause });
  }
}

/** The body of an action, which may be left out: then it is an empty object. */
export function actionBody(event: APIGatewayProxyEventV2): unknown {
  return rawBody(event) === '' ? {} : jsonBody(event);
}

/** The body as text. HTTP API encodes what it doesn't take for text in Base64. */
export function rawBody({ body, isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

/**
 * The version that a change is based on, from If-Match (RFC 9110, section 13.1.1). Throws `version-required`
 * without one, and for `*`, which names no version. A value that is no ETag of ours matches nothing: NaN.
 */
export function versionMatched(event: APIGatewayProxyEventV2): number {
  const given = event.headers['if-match']?.trim();
  if (!given || given === '*')
    throw new Problem(
      'version-required',
      'Send If-Match with the ETag that you read, so that nobody else’s change is lost.',
    );
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  return Number(version ?? Number.NaN);
}

/** The Idempotency-Key header, if there is one. Throws `malformed` for one over its limit. */
export function idempotencyKeyOf(event: APIGatewayProxyEventV2): string | undefined {
  const key = event.headers['idempotency-key'];
  if (key !== undefined && (key === '' || key.length > limits.idempotencyKeyCharacters))
    throw new Problem(
      'malformed',
      `Idempotency-Key is empty or over its limit of ${limits.idempotencyKeyCharacters} characters.`,
    );
  return key;
}

/** The statement's id out of the address. */
export const idOf = (event: APIGatewayProxyEventV2): string => event.pathParameters?.['id'] ?? '';
