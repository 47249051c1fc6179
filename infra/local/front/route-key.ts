import { TemplateError } from '../template/template.ts';
import type { Asked } from './exchange.ts';

/** What a route key matches, and how much it weighs against others that match too. */
export type RouteKey = {
  key: string;
  weight: number;
  match: (request: Asked) => { proxy?: string } | undefined;
};

/**
 * A route key: `METHOD /path`, `METHOD /path/{proxy+}` for the rest of a path, or `$default`. A full match goes before
 * a greedy one, and a method before ANY:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function routeKey(key: string, logicalId: string): RouteKey {
  if (key === '$default') return { key, weight: 0, match: () => ({}) };
  const [method, path = ''] = key.split(' ');
  const greedy = /^(.*\/)\{([a-z]+)\+\}$/.exec(path);
  if (path.includes('{') && greedy?.[2] !== 'proxy')
    throw new TemplateError(`${logicalId}.RouteKey: the local stack does not know ${key}`);
  const start = greedy?.[1];
  const weight = (start ? 1 : 3) + (method === 'ANY' ? 0 : 1);
  const match = (request: Asked) => {
    if (method !== 'ANY' && method !== request.method) return undefined;
    if (start === undefined) return request.uri === path ? {} : undefined;
    return request.uri.startsWith(start) ? { proxy: request.uri.slice(start.length) } : undefined;
  };
  return { key, weight, match };
}
