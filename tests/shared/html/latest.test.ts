import { describe, expect, it } from 'vitest';
import { latest, latestFragment } from '../../../shared/html/latest.ts';
import { frame, listing } from './sample.ts';

describe('latest', () => {
  it('lists dates and titles, then leads to all messages', () => {
    const text = String(latest({ ...frame, listings: [listing] }));
    expect(text).toContain('<h2>Latest events</h2>');
    expect(text).toContain('<time datetime="2026-05-04">4 May 2026</time>');
    expect(text).toContain(`<a href="${listing.path}">Survey maps 158 wrecks</a>`);
    expect(text).toContain('<a href="/en/all/">All messages</a>');
  });

  it('says so when there is nothing', () => {
    const text = String(latest({ ...frame, listings: [] }));
    expect(text).toContain('Nothing has been published yet.');
    expect(text).not.toContain('<ul');
  });
});

describe('latestFragment', () => {
  it('is one element with the id that a page’s own block has', () => {
    expect(latestFragment({ ...frame, listings: [listing] })).toMatch(
      /^<section id="latest"[\s\S]*<\/section>\n$/,
    );
  });
});
