/** As much of a browser as signing in needs: it keeps cookies, and follows redirects until they leave the service. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** GETs a page, through its redirects. */
  async get(url: string): Promise<Response> {
    const response = await this.#ask(url);
    const location = response.headers.get('location');
    return location ? this.get(new URL(location, url).href) : response;
  }

  /** Presses a button, by name and value, of the page at an address; answers where that leads in the end. */
  async press(url: string, button: Record<string, string>): Promise<URL> {
    const text = await (await this.#ask(url)).text();
    const [, action = url] = /<form[^>]* action="([^"]+)"/.exec(text) ?? [];
    const hidden = [...text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
    return this.submit(action, { ...fields, ...button });
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
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return response;
  }
}

function locationOf(response: Response, base: string): URL {
  const location = response.headers.get('location');
  if (!location) throw new Error(`${base} answered ${response.status} and leads nowhere`);
  return new URL(location, base);
}
