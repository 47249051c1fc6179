import { describe, expect, it } from 'vitest';
import { html } from '../../../shared/html/html.ts';
import { layout } from '../../../shared/html/layout.ts';
import { frame } from './sample.ts';

const page = { title: 'Charts & wrecks', path: '/en/x/', alternates: [], main: html`<h1>Charts</h1>` };

describe('layout', () => {
  it('names language and direction', () => {
    expect(layout(frame, page)).toContain('<html lang="en" dir="ltr">');
    expect(layout({ ...frame, language: 'ar' }, page)).toContain('<html lang="ar" dir="rtl">');
  });

  it('takes its style and script from files of its own, and has none inside', () => {
    const document = layout(frame, page);
    expect(document).toContain('<link rel="stylesheet" href="/assets/site-1a2b.css">');
    expect(document).toContain('<script type="module" src="/assets/site-3c4d.js"></script>');
    expect(document).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|ld\+json))/);
  });

  it('begins with a way past the furniture', () => {
    expect(layout(frame, page)).toMatch(/<body>\s*<a class="skip" href="#content">Skip to content<\/a>/);
    expect(layout(frame, page)).toContain('<main id="content"');
  });

  it('leads to all messages and to the feed', () => {
    const document = layout(frame, page);
    expect(document).toContain('<a href="/en/all/">All messages</a>');
    expect(document).toContain('<a href="/en/feed.atom"');
  });

  it('has an aside only where something stands beside', () => {
    expect(layout(frame, page)).not.toContain('<aside');
    expect(layout(frame, { ...page, aside: html`<p>Beside</p>` })).toContain('<p>Beside</p>');
  });
});
