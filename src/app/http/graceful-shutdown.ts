import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A connection that was just opened may have a request on its way, which it gets this long for; milliseconds. */
const firstRequest = 1_000;

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
    // A connection whose request is still under way is not held once it is answered.
    server.keepAliveTimeout = 1;
    const spare = setTimeout(() => {
      for (const socket of unused) socket.destroy();
    }, firstRequest);
    let cut = 0;
    const timer = setTimeout(() => {
      cut = open.size;
      server.closeAllConnections();
    }, patience);
    await closed;
    clearTimeout(timer);
    clearTimeout(spare);
    return cut;
  };
}
