import type { AwsRequest } from './service.ts';

/** Who signed a request, and for which service: the credentials are those of a function's one worker. */
export type Caller = { functionName: string; worker: string; service: string };

/**
 * Reads the signature of a request, without checking it: nobody but the workers of this process has the address.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function callerOf({ headers }: AwsRequest): Caller | undefined {
  const signed = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? '');
  const [, functionName, service] = signed ?? [];
  if (!functionName || !service) return undefined;
  return { functionName, worker: headers['x-amz-security-token'] ?? '', service };
}
