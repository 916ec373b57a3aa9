import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection of a client that behaves as none should; ends with the spec's own `destroy`. */
export async function rawConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** The head of a request whose body has so many bytes. */
export function headOf(url: string, token: string, length: number): string {
  return [
    'POST /graphql HTTP/1.1',
    `host: ${new URL(url).host}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${String(length)}`,
    '',
    '',
  ].join('\r\n');
}
