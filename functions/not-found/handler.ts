import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { caching } from '../../shared/caching.ts';
import { frameOf } from '../../shared/frame.ts';
import { notFoundPage } from '../../shared/html/not-found-page.ts';
import { languageOf } from '../../shared/site-file.ts';
import { site } from '../../shared/this-site.ts';

/** Answers what the site's bucket doesn't have: the 404 page, in the language that the address begins with. */
export async function handler({
  rawPath,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const asked = rawPath.split('/')[1] ?? '';
  const language = languageOf(site, asked)?.code ?? site.languages[0]?.code ?? asked;
  return {
    statusCode: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': caching.error },
    body: notFoundPage(frameOf(language, new Date())),
  };
}
