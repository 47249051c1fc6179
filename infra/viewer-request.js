/**
 * CloudFront viewer request, for the site and the desk: `/` leads to the reader's language, a folder without its
 * slash to the one with it, and a folder is its index.html. LANGUAGES is put in on synth, most preferred first.
 *
 * Written for cloudfront-js-2.0:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
const languages = LANGUAGES;

function redirect(statusCode, statusDescription, location) {
  return {
    statusCode: statusCode,
    statusDescription: statusDescription,
    headers: { location: { value: location }, 'cache-control': { value: 'private, max-age=0' } },
  };
}

/** The site's language that the reader prefers (RFC 9110, section 12.5.4), else the site's first. */
function preferred(header) {
  const wishes = header
    .split(',')
    .map((wish) => {
      const parts = wish.trim().split(';');
      const weight = (parts[1] || '').trim().startsWith('q=') ? Number(parts[1].trim().slice(2)) : 1;
      return { tag: parts[0].toLowerCase(), weight: weight };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const wish of wishes) {
    const exact = languages.find((code) => code.toLowerCase() === wish.tag);
    const match = exact || languages.find((code) => code.toLowerCase() === wish.tag.split('-')[0]);
    if (match) return match;
  }
  return languages[0];
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (uri === '/') {
    const header = request.headers['accept-language'];
    return redirect(302, 'Found', `/${preferred(header ? header.value : '')}/`);
  }
  if (uri.endsWith('/')) {
    request.uri = `${uri}index.html`;
    return request;
  }
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  // Two slashes at the start would name another host.
  if (!last.includes('.') && !uri.startsWith('//')) return redirect(301, 'Moved Permanently', `${uri}/`);
  return request;
}
