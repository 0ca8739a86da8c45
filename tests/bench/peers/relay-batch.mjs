import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { report } from './report.mjs';

/**
 * What sending costs at least: frames each message once and gives every socket of the room one write
 * for all that came in 8 ms. The sender gets its own back, so that one buffer serves everybody.
 */
const WINDOW_MS = 8;
const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? { sockets: new Map(), waiting: [] };
  rooms.set(url, room);
  room.sockets.set(socket, socket._socket);
  socket.on('message', (message) => {
    if (room.waiting.length === 0) setTimeout(flush, WINDOW_MS, room);
    room.waiting.push(header(message.length), message);
  });
  socket.on('close', () => room.sockets.delete(socket));
});
http.listen(0, '127.0.0.1', () => report(http.address().port));

function flush(room) {
  const bytes = Buffer.concat(room.waiting);
  room.waiting = [];
  for (const tcp of room.sockets.values()) tcp.write(bytes);
}

/** A whole binary frame, unmasked, as servers send it. */
function header(length) {
  if (length < 126) return Buffer.of(0x82, length);
  const bytes = Buffer.alloc(length < 65_536 ? 4 : 10);
  bytes[0] = 0x82;
  bytes[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) bytes.writeUInt16BE(length, 2);
  else bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}
