import { describe, expect, it } from 'vitest';
import { contactList } from '../../../shared/html/contact-list.ts';

describe('contactList', () => {
  it('makes numbers, addresses and sites into links, written left to right', () => {
    const text = String(
      contactList([
        {
          label: 'Desk',
          phone: '020 5550 (12)',
          email: 'desk@meridian.example',
          url: 'https://meridian.example/press/',
        },
      ]),
    );
    expect(text).toContain('<a href="tel:020555012" dir="ltr">020 5550 (12)</a>');
    expect(text).toContain('<a href="mailto:desk@meridian.example" dir="ltr">desk@meridian.example</a>');
    expect(text).toContain('<a href="https://meridian.example/press/" dir="ltr">meridian.example/press</a>');
  });

  it('dials an international number without its trunk prefix', () => {
    expect(String(contactList([{ label: 'Desk', phone: '+351 (0) 800 555' }]))).toContain(
      'href="tel:+351800555"',
    );
  });

  it('escapes a label and writes no link for what is not given', () => {
    const text = String(contactList([{ label: '<b>Desk' }]));
    expect(text).toContain('<b>&lt;b&gt;Desk</b>');
    expect(text).not.toContain('<a');
  });
});
