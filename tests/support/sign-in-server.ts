import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseCookie } from 'cookie';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import type { NextAuthOptions } from 'next-auth';
import { vi } from 'vitest';

/** Answers below `/api/auth` as the pages do, without Next around it. */
export class SignInServer {
  /** What answers; given once the house is made that has this server's address. */
  options: (() => NextAuthOptions) | undefined;
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      response.statusCode = 599;
      response.end(String(error));
    });
  });

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    // next-auth reads its own address from here, as it does in the product.
    vi.stubEnv('NEXTAUTH_URL', this.url);
    return this;
  }

  async stop(): Promise<void> {
    vi.unstubAllEnvs();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    if (!pathname.startsWith('/api/auth/') || !this.options) return void response.end('a page');
    const asked = Object.assign(request, {
      query: {
        ...Object.fromEntries(searchParams),
        nextauth: pathname.slice('/api/auth/'.length).split('/'),
      },
      cookies: parseCookie(request.headers.cookie ?? ''),
      body: Object.fromEntries(new URLSearchParams(await text(request))),
    });
    const options = this.options();
    await NextAuth(asked as unknown as NextApiRequest, withNextsMethods(response), options);
  }
}

function withNextsMethods(response: ServerResponse): NextApiResponse {
  const methods = {
    status: (code: number) => {
      response.statusCode = code;
      return response;
    },
    json: (body: unknown) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    },
    send: (body: unknown) => {
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    },
  };
  return Object.assign(response, methods) as unknown as NextApiResponse;
}
