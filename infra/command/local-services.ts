import { here } from '../local/place.ts';

/** How a client of AWS reaches what the local stack on PORT lets an operator's command do. */
export const localService = (service: 'dynamodb' | 'events') => ({
  endpoint: `http://127.0.0.1:${process.env.PORT ?? 4000}/_local/${service}`,
  region: here.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
