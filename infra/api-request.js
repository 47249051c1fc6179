/**
 * CloudFront viewer request, for the API: a call without a bearer token, or with one that is expired or was not meant
 * for this newsroom, is refused here with problem details (RFC 9457, RFC 6750). HTTP API's own authorizer, which checks
 * every token that gets past, its signature too, can only say {"message":"Unauthorized"}. The words in capitals are put
 * in on synth.
 */
const docs = DOCS;
const issuer = ISSUER;
const clients = CLIENTS;

function refusal(detail, requestId, challenge) {
  return {
    statusCode: 401,
    statusDescription: 'Unauthorized',
    headers: {
      'content-type': { value: 'application/problem+json' },
      'www-authenticate': { value: challenge },
      'cache-control': { value: 'no-store' },
    },
    body: JSON.stringify({
      type: `${docs}#unauthenticated`,
      title: 'A valid bearer token is needed',
      status: 401,
      detail: detail,
      requestId: requestId,
    }),
  };
}

/** The claims of a token, unverified; undefined for what is no token. */
function claimsOf(token) {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts[2]) return undefined;
  try {
    return JSON.parse(Buffer.from(parts[1], 'base64url').toString());
  } catch (_error) {
    return undefined;
  }
}

/** Whether a token says that it is from our issuer and for one of our clients, as HTTP API's authorizer asks. */
function isOurs(claims) {
  const audience = [].concat(claims.aud === undefined ? claims.client_id : claims.aud);
  return claims.iss === issuer && audience.some((one) => clients.includes(one));
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const id = event.context.requestId;
  const header = event.request.headers.authorization;
  const match = /^Bearer +([^ ]+)$/i.exec(header ? header.value : '');
  if (!match) return refusal('Send a bearer token in the Authorization header.', id, 'Bearer');
  const claims = claimsOf(match[1]);
  const invalid = 'Bearer error="invalid_token"';
  if (!claims || !isOurs(claims))
    return refusal('The bearer token is not a token of this newsroom.', id, invalid);
  if (!(claims.exp > Date.now() / 1000))
    return refusal('The bearer token has expired. Sign in again.', id, invalid);
  return event.request;
}
