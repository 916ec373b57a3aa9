import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a connection that has not sent a request yet may still send one, milliseconds. */
const firstRequestWithin = 1_000;

/**
 * Watches a server's connections, and returns what shuts it down: no new requests are taken, those under way get so many
 * milliseconds at most, and the result is how many connections had to be cut.
 */
export function gracefulShutdown(server: Server, milliseconds: number): () => Promise<number> {
  const open = new Set<Socket>();
  // Node counts a connection without a request so far as busy, and browsers open them in advance.
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
    // A connection whose request is still under way is closed as soon as it is answered.
    server.keepAliveTimeout = 1;
    const unusedTimer = setTimeout(() => {
      for (const socket of unused) socket.destroy();
    }, firstRequestWithin);
    let cut = 0;
    const openTimer = setTimeout(() => {
      cut = open.size;
      server.closeAllConnections();
    }, milliseconds);
    await closed;
    clearTimeout(openTimer);
    clearTimeout(unusedTimer);
    return cut;
  };
}
