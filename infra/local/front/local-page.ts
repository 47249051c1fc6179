import { type Html, html, raw } from '../../../shared/html/html.ts';

const style = raw(`:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.3rem 1rem .3rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
input,select,button{font:inherit;padding:.4rem .6rem;min-width:16rem}.scroll{overflow-x:auto}`);

/** The frame of a page that exists on this machine alone. `refresh` is in seconds. */
export function localPage(title: string, main: Html, refresh?: number): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width">
${refresh && html`<meta http-equiv="refresh" content="${refresh}">`}
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.toString();
}
