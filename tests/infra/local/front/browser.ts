/** As much of a browser as signing in needs: it keeps cookies, and follows redirects until they leave the service. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** GETs a page, through its redirects. */
  async get(url: string): Promise<Response> {
    const response = await this.#ask(url);
    const location = response.headers.get('location');
    return location ? this.get(new URL(location, url).href) : response;
  }

  /** Where the address leads, through redirects and forms that send themselves, once that is another place. */
  async follow(url: string): Promise<URL> {
    const response = await this.#ask(url);
    const text = await response.text();
    const [, action = url] = /<form[^>]* action="([^"]+)"/.exec(text) ?? [];
    const hidden = [...text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    if (hidden.length === 0) return locationOf(response, url);
    return this.submit(action, Object.fromEntries(hidden.map(([, name, value]) => [name, value])));
  }

  /** Where the address leads at once. */
  async redirectOf(url: string): Promise<URL> {
    return locationOf(await this.#ask(url), url);
  }

  post(url: string, form: Record<string, string>): Promise<Response> {
    return this.#ask(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Sends the form of a page that posts to itself, and follows until an address outside the sign-in service. */
  async submit(url: string, form: Record<string, string>): Promise<URL> {
    let next = locationOf(await this.post(url, form), url);
    while (next.pathname.startsWith('/_local/sign-in/')) next = await this.redirectOf(next.href);
    return next;
  }

  async #ask(url: string, init: RequestInit = {}): Promise<Response> {
    const Cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { Cookie } });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}

function locationOf(response: Response, base: string): URL {
  const location = response.headers.get('location');
  if (!location) throw new Error(`${base} answered ${response.status} and leads nowhere`);
  return new URL(location, base);
}
