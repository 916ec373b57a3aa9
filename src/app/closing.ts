import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Prepares a server for its end: what is given back takes no new requests, waits for those under way, for so many
 * milliseconds at most, and tells how many connections it had to cut.
 */
export function closingOf(server: Server, patience: number): () => Promise<number> {
  const open = new Set<Socket>();
  // Node takes a connection that has not asked for anything yet for a busy one, and browsers open them to spare.
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    unused.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      unused.delete(socket);
    });
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    for (const socket of unused) socket.destroy();
    // A connection whose request is still under way is not held once it is answered.
    server.keepAliveTimeout = 1;
    let cut = 0;
    const timer = setTimeout(() => {
      cut = open.size;
      server.closeAllConnections();
    }, patience);
    await closed;
    clearTimeout(timer);
    return cut;
  };
}
