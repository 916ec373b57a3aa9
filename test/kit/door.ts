import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { testDatabaseAddress } from './worker-database';
import type { DatabaseAddress } from '../../src/graph/driver/database';

/** A door before the worker's Neo4j, which a spec shuts without harm to the others: behind it the database is gone. */
export interface Door {
  readonly address: DatabaseAddress;
  /** Nobody listens any more, and every connection breaks. */
  shut(): Promise<void>;
  /** Connections stay, new ones too, and nothing goes through them any more, not even their end. */
  hush(): void;
  /** New connections are as they should be; those that lost something stay silent for ever. */
  resume(): void;
  open(): Promise<void>;
}

/** What comes of a part that travels from one end to the other: it passes, or the connection breaks so many milliseconds after. */
export type Passing = (
  part: Buffer,
  from: 'client' | 'database',
) => 'pass' | { readonly breaksAfter: number };

/** @param passingOf for each connection, what comes of what travels through it; all passes where left out */
export async function openDoor(passingOf?: () => Passing): Promise<Door> {
  const behind = await testDatabaseAddress();
  const { port: portBehind } = new URL(behind.uri);
  const sockets = new Set<Socket>();
  let hushed = false;
  let server: Server | undefined;
  let port = 0;

  function join(client: Socket, database: Socket): void {
    let isLost = false;
    const passing = passingOf?.();
    const pass = (name: 'client' | 'database', from: Socket, to: Socket): void => {
      sockets.add(from);
      from.on('data', (part) => {
        isLost ||= hushed;
        if (isLost) return;
        const passes = passing?.(part, name) ?? 'pass';
        if (passes === 'pass') {
          to.write(part);
          return;
        }
        setTimeout(() => {
          client.destroy();
          database.destroy();
        }, passes.breaksAfter);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        isLost ||= hushed;
        if (!isLost) to.destroy();
      });
    };
    pass('client', client, database);
    pass('database', database, client);
  }

  const door: Door = {
    address: behind,
    async open() {
      hushed = false;
      server = createServer((client) => {
        join(client, connect(Number(portBehind), '127.0.0.1'));
      }).listen(port, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    },
    hush() {
      hushed = true;
    },
    resume() {
      hushed = false;
    },
    async shut() {
      const closed = server && once(server, 'close');
      server?.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  await door.open();
  return { ...door, address: { ...behind, uri: `bolt://127.0.0.1:${String(port)}` } };
}
