import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { onMessages, proofHolds, proofOf, send } from './lease-protocol';
import type { CommandMessage, GuardianMessage } from './lease-protocol';

/** A command that was killed is often started again at once, by a watcher of files or a person. */
const graceMilliseconds = 1_000;

/** Time for the command that started the guardian to take the first lease. */
const firstLeaseMilliseconds = 15_000;

/** The guardian's side of the leases: which commands use the database, and the news sent to them. */
export class LeaseServer {
  private readonly leases = new Set<Socket>();
  /** Released as the last ones, and waiting for the guardian's end. */
  private readonly leaving = new Set<Socket>();
  private readonly server: Server;
  /** The last news, for commands that arrive later. */
  private news: GuardianMessage | undefined;
  private closing = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly token: string,
    private readonly onUnused: () => void,
  ) {
    this.server = createServer((socket) => this.greet(socket));
    this.endUnlessUsed(firstLeaseMilliseconds);
  }

  /** Resolves with the port. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.on('error', reject);
      this.server.listen({ port: 0, host: '127.0.0.1' }, () => {
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  announce(news: GuardianMessage): void {
    this.news = news;
    this.leases.forEach((socket) => send(socket, news));
  }

  /** The last news no longer holds: commands that arrive from now on wait for the next. */
  forgetNews(): void {
    this.news = undefined;
  }

  /** From now on no lease is granted; commands that ask for one wait for the end of their connection. */
  close(): void {
    this.closing = true;
    clearTimeout(this.timer);
  }

  /** The command that started the guardian is gone: without a lease by now there will be none. */
  startedAlone(): void {
    if (this.leases.size === 0 && !this.closing) {
      this.endUnlessUsed(graceMilliseconds);
    }
  }

  private greet(socket: Socket): void {
    const challenge = randomBytes(16).toString('hex');
    socket.on('error', () => undefined);
    socket.on('close', () => this.drop(socket));
    onMessages(socket, (received) => {
      const message = received as CommandMessage;
      if (message.type === 'lease') {
        this.take(socket, message, challenge);
      } else if (this.leases.delete(socket)) {
        this.release(socket);
      }
    });
    send(socket, { type: 'greeting', challenge });
  }

  private take(socket: Socket, message: Extract<CommandMessage, { type: 'lease' }>, challenge: string): void {
    if (!proofHolds(message.proof, proofOf(this.token, 'command', challenge))) {
      socket.destroy();
      return;
    }
    send(socket, {
      type: 'accepted',
      proof: proofOf(this.token, 'guardian', message.challenge),
      stopping: this.closing,
    });
    if (this.closing) {
      return;
    }
    clearTimeout(this.timer);
    this.leases.add(socket);
    // The end that these wait for has just been called off.
    this.leaving.forEach((other) => other.end());
    if (this.news) {
      send(socket, this.news);
    }
  }

  private release(socket: Socket): void {
    const last = this.leases.size === 0;
    send(socket, { type: 'released', last });
    if (last) {
      // A command that releases its lease needs no grace time, and may wait for the end of the connection.
      this.leaving.add(socket);
      this.endUnlessUsed(0);
    } else {
      socket.end();
    }
  }

  private drop(socket: Socket): void {
    this.leaving.delete(socket);
    if (this.leases.delete(socket) && this.leases.size === 0 && !this.closing) {
      this.endUnlessUsed(graceMilliseconds);
    }
  }

  private endUnlessUsed(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onUnused(), milliseconds);
  }
}
