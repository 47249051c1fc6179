import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The languages that are built in, each with some words. */
export const languages = [
  { code: 'en', name: 'English', title: 'The reef is open', asked: 'Is it?', said: 'It is.' },
  { code: 'fr', name: 'Français', title: 'Le récif est ouvert', asked: 'Vraiment ?', said: 'Oui.' },
  { code: 'es', name: 'Español', title: 'El arrecife está abierto', asked: '¿Sí?', said: 'Sí.' },
  { code: 'ar', name: 'العربية', dir: 'rtl', title: 'الشعاب مفتوحة', asked: 'هل هي؟', said: 'نعم.' },
  { code: 'ru', name: 'Русский', title: 'Риф открыт', asked: 'Правда?', said: 'Да.' },
  { code: 'zh', name: '中文', title: '礁石开放', asked: '真的吗？', said: '是的。' },
];

const inAll = (word: string) => Object.fromEntries(languages.map(({ code }) => [code, word]));

/** Writes the site file of an invented office that speaks all of them; answers where it is. */
export function siteFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.json');
  const site = {
    id: 'six',
    name: inAll('Meridian Institute'),
    languages: languages.map(({ code, name, dir }) => ({ code, name, ...(dir && { dir }) })),
    clocks: [{ city: inAll('Lisbon'), timeZone: 'Europe/Lisbon' }],
    contacts: [{ label: inAll('Press office'), phone: '+351 800 555 0142', email: 'press@meridian.example' }],
    timeZone: 'Europe/Lisbon',
    topics: [{ id: 'expeditions', names: inAll('Expeditions') }],
    review: 'optional',
    origin: 'https://press.meridian.example',
    from: 'Meridian <press@meridian.example>',
  };
  writeFileSync(file, JSON.stringify(site));
  return file;
}
