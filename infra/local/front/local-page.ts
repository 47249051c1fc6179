import { type Html, html, raw } from '../../../shared/html/html.ts';

const style = raw(`
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;--line:color-mix(in srgb,currentColor 20%,transparent);--alarm:light-dark(#b3261e,#ff8a80)}
body{max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
input,select,button{font:inherit;padding:.4rem .6rem}
form p *{min-width:16rem}
table{border-collapse:collapse;width:100%}
tr,.alarms li{border-bottom:1px solid var(--line)}
th,td{text-align:start;vertical-align:top;padding:.3rem 0}
:is(th,td)+*{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
td form{margin:.3rem 0}
.alarms{list-style:none;padding:0}
.alarms li{padding:.3rem 0 .3rem .8rem;border-inline-start:.3rem solid transparent}
.alarms p{margin:0}
.alarms .ALARM{border-inline-start-color:var(--alarm)}
.ALARM b{color:var(--alarm)}
@media(width>=40rem){
:is(th,td)+*{padding-inline-start:1.5rem}
.alarms li{display:grid;grid-template-columns:15rem 1fr;gap:1rem}
}
@media(width<40rem){
tr{display:grid;grid-template-columns:repeat(4,1fr)}
th,td{padding-block:.1rem}
:is(th,td)+*{padding-inline-start:.4rem;font-size:.85rem}
:is(th,td):first-child{grid-column:1/-1}
}
`);

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
