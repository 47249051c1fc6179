import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Problem } from '../../shared/errors.ts';
import { httpHandler, resultOf } from '../../shared/http.ts';
import { origin, perform } from './operation.ts';
import { routes } from './routes.ts';

const route = httpRouter<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>({
  routes: routes.map(([method, path, operation]) => ({
    method,
    path: `/api/v1${path}`,
    handler: async (event: APIGatewayProxyEventV2) => resultOf(await perform(event, operation)),
  })),
  notFoundResponse: ({ method, path }) => {
    throw new Problem('not-found', `There is no call ${method} ${path}.`);
  },
});

/** The HTTP API: finds the operation that a request asks for and answers what it says. */
export const handler = httpHandler(`${origin}/docs/problems/`, async (event, context) =>
  route(event, context),
);
