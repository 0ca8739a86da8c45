import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `localhost` means both of its addresses, so that it answers whichever one a client picks. */
function addressesOf(host: string): readonly [string, ...string[]] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
}

export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
}

/** Listens on the host's addresses with one port (0: any free one). Rejects when it is taken. */
export async function listen(
  host: string,
  port: number,
  answer: RequestListener,
): Promise<Listening> {
  const [first, ...others] = addressesOf(host);
  const main = await listenOn(first, port, answer);
  const chosen = (main.address() as AddressInfo).port;
  // A machine without IPv6 has no ::1; the first address is the one that counts.
  const more = await Promise.all(
    others.map((address) => listenOn(address, chosen, answer).catch(unlessMissing)),
  );
  return { port: chosen, servers: [main, ...more.filter((server) => server !== null)] };
}

function listenOn(address: string, port: number, answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return null;
  throw error;
}
