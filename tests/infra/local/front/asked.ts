import type { Asked } from '../../../../infra/local/front/exchange.ts';

/** A viewer's GET, with whatever the test has otherwise. */
export const askedFor = (uri: string, rest: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  uri,
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  source: '127.0.0.1',
  ...rest,
});
