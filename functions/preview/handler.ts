import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { caching } from '../../shared/caching.ts';
import { frameOf } from '../../shared/frame.ts';
import { notFoundPage } from '../../shared/html/not-found-page.ts';
import { logger } from '../../shared/logger.ts';
import { site } from '../../shared/this-site.ts';
import { openCopy } from './open-copy.ts';

/**
 * Answers the link of a preview: with the text and the name of whom it was made for, once it is recorded that it was
 * opened; with the way to the page, once the text is public. A link that is unknown, revoked or expired is a 404 like
 * any other. Only GET shows words; anything else opens nothing. Neither the log nor an answer names the token or anybody.
 */
export async function handler({
  rawPath,
  requestContext,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const isRead = requestContext.http.method === 'GET';
  const token = /^\/preview\/([\w-]{43})$/.exec(rawPath)?.[1];
  const copy = token ? await openCopy(token, isRead) : undefined;
  const { requestId } = requestContext;
  logger.info('answered', { requestId, statement: copy?.statement, preview: copy?.preview });
  if (copy && 'path' in copy)
    return { statusCode: 303, headers: { Location: copy.path, 'Cache-Control': caching.never } };
  const [language = ''] = site.languages.map(({ code }) => code);
  const page = copy?.page ?? notFoundPage(frameOf(language, new Date()));
  return {
    statusCode: copy ? 200 : 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': caching.never },
    ...(isRead && { body: page }),
  };
}
