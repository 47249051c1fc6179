import { describe, expect, it } from 'vitest';
import { frontPage } from '../../../shared/html/front-page.ts';
import { frame, listing } from './sample.ts';

describe('frontPage', () => {
  it('shows each statement with date, type, title and excerpt, in the order given', () => {
    const other = { ...listing, title: 'Open day', path: '/en/2026/05/03/open-day/' };
    const text = frontPage({ ...frame, listings: [listing, other] });
    expect(text).toContain('<time datetime="2026-05-04">4 May 2026</time> <b>Press release</b>');
    expect(text).toContain(`<h2><a href="${listing.path}">Survey maps 158 wrecks</a></h2>`);
    expect(text).toContain('<p class="excerpt">The charts are open to all from today.</p>');
    expect(text.indexOf('Survey maps')).toBeLessThan(text.indexOf('Open day'));
  });

  it('marks what had a major correction', () => {
    const corrected = { ...listing, lastMajorChange: '2026-05-05T09:00:00.000Z' };
    expect(frontPage({ ...frame, listings: [corrected] })).toContain('<i>Corrected</i>');
    expect(frontPage({ ...frame, listings: [listing] })).not.toContain('Corrected');
  });

  it('does not say a title twice', () => {
    const bare = { ...listing, excerpt: listing.title };
    expect(frontPage({ ...frame, listings: [bare] })).not.toContain('class="excerpt"');
  });

  it('says so when nothing is public yet', () => {
    expect(frontPage({ ...frame, listings: [] })).toContain('Nothing has been published yet.');
  });

  it('names the calendar of events in its head', () => {
    expect(frontPage({ ...frame, listings: [] })).toContain(
      '<link rel="alternate" type="text/calendar" title="Event notice" href="/en/events.ics">',
    );
  });

  it('is there in every language of the site', () => {
    const text = frontPage({ ...frame, language: 'fr', listings: [] });
    expect(text).toContain('<h1>Communiqués et actualités</h1>');
    expect(text).toContain('hreflang="ar" href="https://press.meridian.example/ar/"');
  });
});
