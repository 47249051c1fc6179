import siteFile from '#site-file' with { type: 'json' };
import { parseSiteFile } from './site-file.ts';

/** The newsroom that this bundle was built for: the site file given on synth, checked again at cold start. */
export const site = parseSiteFile(siteFile);
