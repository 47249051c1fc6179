import { problems } from '../shared/errors.ts';
import { html } from '../shared/html/html.ts';

/** The page that a problem's `type` points to (RFC 9457, section 4): every error that the API can answer. */
export function problemsPage(style: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Problems of the API</title>
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${style}">
</head>
<body>
<div class="page">
<main>
<h1>Problems of the API</h1>
<p>A refusal is <code>application/problem+json</code> (RFC 9457). Its <code>detail</code> says in plain words what to do, its <code>errors</code> name the fields at fault.</p>
${Object.entries(problems).map(([code, [status, title]]) => html`<h2 id="${code}">${code}</h2>\n<p>${status}: ${title}.</p>\n`)}
</main>
</div>
</body>
</html>
`.toString();
}
