import { type Html, html } from '../../shared/html/html.ts';

/** An address that search engines should know, and when what is there last changed. */
export type Url = { address: string; changed?: string };

/**
 * A document of the last two days' news:
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export type News = {
  address: string;
  publication: string;
  language: string;
  published: string;
  title: string;
};

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const document = (root: Html): string => html`<?xml version="1.0" encoding="utf-8"?>\n${root}\n`.toString();

/** A sitemap (https://www.sitemaps.org/protocol.html). */
export const sitemap = (urls: Url[]): string =>
  document(html`<urlset xmlns="${namespace}">
${urls.map(
  ({ address, changed }) =>
    html`<url><loc>${address}</loc>${changed && html`<lastmod>${changed}</lastmod>`}</url>\n`,
)}</urlset>`);

/** The sitemap that leads to the others. */
export const sitemapIndex = (addresses: string[]): string =>
  document(html`<sitemapindex xmlns="${namespace}">
${addresses.map((address) => html`<sitemap><loc>${address}</loc></sitemap>\n`)}</sitemapindex>`);

/** A sitemap of news. */
export const newsSitemap = (news: News[]): string =>
  document(html`<urlset xmlns="${namespace}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${news.map(
  ({ address, publication, language, published, title }) => html`<url><loc>${address}</loc><news:news>
<news:publication><news:name>${publication}</news:name><news:language>${language}</news:language></news:publication>
<news:publication_date>${published}</news:publication_date>
<news:title>${title}</news:title>
</news:news></url>\n`,
)}</urlset>`);
