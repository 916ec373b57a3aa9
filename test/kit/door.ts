import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { testDatabaseAddress } from './worker-database';
import type { DatabaseAddress } from '../../src/graph/driver/database';

/** A door before the worker's Neo4j, which a spec shuts without harm to the others: behind it the database is gone. */
export interface Door {
  readonly address: DatabaseAddress;
  /** Nobody listens any more, and every connection breaks. */
  shut(): Promise<void>;
  /** Connections stay, new ones too, and nothing goes through them any more. */
  hush(): void;
  open(): Promise<void>;
}

export async function openDoor(): Promise<Door> {
  const behind = await testDatabaseAddress();
  const { port: portBehind } = new URL(behind.uri);
  const sockets = new Set<Socket>();
  let hushed = false;
  let server: Server | undefined;
  let port = 0;

  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('data', (part) => {
      if (!hushed) to.write(part);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  const door: Door = {
    address: behind,
    async open() {
      hushed = false;
      server = createServer((client) => {
        const database = connect(Number(portBehind), '127.0.0.1');
        pass(client, database);
        pass(database, client);
      }).listen(port, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    },
    hush() {
      hushed = true;
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
