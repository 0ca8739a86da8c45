/** Asks as a browser would that keeps cookies, and follows no redirect by itself. */
export class CookieJar {
  private readonly kept = new Map<string, string>();

  constructor(private readonly origin: string) {}

  /** The Cookie header, as it goes to the server. */
  get cookie(): string {
    return [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(address: string): Promise<Response> {
    return this.ask(address, {});
  }

  post(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.ask(address, { method: 'POST', body: new URLSearchParams(form) });
  }

  private async ask(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, this.origin);
    const headers = url.origin === this.origin ? { cookie: this.cookie } : {};
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (url.origin === this.origin) this.keep(response.headers.getSetCookie());
    return response;
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }
}
