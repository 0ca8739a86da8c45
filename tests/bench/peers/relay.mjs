import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { report } from './report.mjs';

/** The ceiling: hands each frame on to the others of its room, and knows nothing of documents. */
const rooms = new Map();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame);
  });
  socket.on('close', () => room.delete(socket));
});
http.listen(0, '127.0.0.1', () => report(http.address().port));
