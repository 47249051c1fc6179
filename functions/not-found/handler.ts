import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { caching } from '../../shared/caching.ts';
import { env } from '../../shared/env.ts';
import { frameOf } from '../../shared/frame.ts';
import { notFoundPage } from '../../shared/html/not-found-page.ts';
import { languageOf } from '../../shared/site-file.ts';
import { addressOf, type Lead, leadOf } from '../../shared/statement/leads.ts';
import { readHolder } from '../../shared/table/holder.ts';
import { tableOf } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';

const { TABLE_NAME } = env('TABLE_NAME');
const table = tableOf(TABLE_NAME);

/**
 * Answers what the site's bucket doesn't have: an address that a statement had before leads to the new one,
 * and anything else is the 404 page, in the language that the address begins with.
 */
export async function handler({
  rawPath,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const lead = await findLead(rawPath);
  if (lead)
    return {
      statusCode: lead.status,
      headers: { Location: lead.location, 'Cache-Control': caching.moved },
    };
  const asked = rawPath.split('/')[1] ?? '';
  const language = languageOf(site, asked)?.code ?? site.languages[0]?.code ?? asked;
  return {
    statusCode: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': caching.error },
    body: notFoundPage(frameOf(language, new Date())),
  };
}

async function findLead(path: string): Promise<Lead | undefined> {
  const address = addressOf(path);
  if (!address) return undefined;
  const head = await readHolder(table, address.path);
  return head?.live && leadOf(head.live, address);
}
