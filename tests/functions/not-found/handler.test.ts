import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { handler } from '../../../functions/not-found/handler.ts';

const ask = (rawPath: string) => handler({ rawPath } as APIGatewayProxyEventV2);

it.each([
  ['/fr/rien/index.html', 'fr'],
  ['/en/nothing/index.html', 'en'],
  ['/de/nichts', 'en'],
  ['/<script>', 'en'],
])('answers %s with the 404 page in %s, cached for a second', async (path, language) => {
  const { statusCode, headers, body } = await ask(path);
  expect([statusCode, headers?.['Cache-Control']]).toEqual([404, 'public, max-age=0, s-maxage=1']);
  expect(body).toContain(`<html lang="${language}"`);
  expect(body).not.toContain('<script>');
});
