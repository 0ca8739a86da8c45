import { z } from 'zod';
import { setupView } from '#board/api/people.ts';

/** Calls the REST interface of a running server as whoever owns the token. */
export class RestClient {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  as(token: string): RestClient {
    return new RestClient(this.url, token);
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** The answer as its view; throws when the server says no. */
  async get<T extends z.core.$ZodType>(path: string, view: T): Promise<z.output<T>> {
    return this.good('GET', path, view);
  }

  async post<T extends z.core.$ZodType>(
    path: string,
    body: unknown,
    view: T,
  ): Promise<z.output<T>> {
    return this.good('POST', path, view, body);
  }

  async patch<T extends z.core.$ZodType>(
    path: string,
    body: unknown,
    view: T,
  ): Promise<z.output<T>> {
    return this.good('PATCH', path, view, body);
  }

  private async good<T extends z.core.$ZodType>(
    method: string,
    path: string,
    view: T,
    body?: unknown,
  ) {
    const answer = await this.call(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return z.parse(view, answer.body);
  }
}

/** Who sets a fresh server up in tests. */
export const founder = {
  name: 'Marieke de Boer',
  email: 'marieke@example.org',
  password: 'een-lang-wachtwoord',
  organisation: 'Ziekenhuis Zuid',
  team: 'Polikliniek',
};

/** Makes the first account of a fresh server. */
export async function setUpServer(
  url: string,
): Promise<{ rest: RestClient; token: string; userId: string; teamId: string }> {
  const made = await new RestClient(url).post('/setup', founder, setupView);
  return { ...made, rest: new RestClient(url, made.token) };
}
