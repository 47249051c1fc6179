import { AccessDenied, type Permissions } from '../permissions/permissions.ts';
import { bucketsPath } from '../place.ts';
import type { Objects } from '../stores/objects.ts';
import { type Answered, type Asked, answerText } from './exchange.ts';
import { PresignError, signerOf } from './presigned.ts';

type Options = { objects: Objects; roleOf: (functionName: string) => string; permissions: Permissions };

/** Takes what is uploaded to a presigned address, with the rights of the function that has signed it, as S3 does. */
export function uploads({ objects, roleOf, permissions }: Options): (request: Asked) => Promise<Answered> {
  return async (request) => {
    if (request.method !== 'PUT') return refusal(405, 'MethodNotAllowed', 'Only uploads are taken here');
    const path = request.uri.slice(bucketsPath.length);
    try {
      const role = roleOf(signerOf(request, Date.now()));
      permissions.check({ role }, 's3:PutObject', `arn:aws:s3:::${decodeURIComponent(path.slice(1))}`);
    } catch (error) {
      if (error instanceof PresignError) return refusal(403, error.code, error.message);
      if (error instanceof AccessDenied) return refusal(403, 'AccessDenied', 'Access Denied');
      throw error;
    }
    return objects.handle({ method: 'PUT', path, headers: request.headers, body: request.body });
  };
}

const refusal = (status: number, code: string, message: string): Answered =>
  answerText(status, 'application/xml', `<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
