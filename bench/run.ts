/**
 * `npm run bench`: the figures that the product promises, as `name value unit` lines. Times are of this machine;
 * what is held to a budget is printed beside it.
 */

import { bundleFunctions } from '../infra/bundle.ts';
import { bundleSizes } from './bundle-size.ts';
import { importTimes } from './import-time.ts';
import { publication } from './publication.ts';
import { rendering } from './rendering.ts';

await bundleFunctions('infra/site.json');
for (const measure of [bundleSizes, importTimes, rendering, publication]) {
  for (const { name, value, unit } of await measure()) console.log(`${name} ${value} ${unit}`);
}
