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

/**
 * Starts one server for each address of the host, all on one port; 0 takes any free one.
 * @throws the error of `listen` for the first address, such as EADDRINUSE; later ones may only be missing
 */
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
