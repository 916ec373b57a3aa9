import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { InstallationError } from '../../shared/errors';
import { onMessages, proofHolds, proofOf, send } from './lease-protocol';
import type { GuardianMessage } from './lease-protocol';
import type { GuardianState } from './state-file';

const answerMilliseconds = 10_000;
const stopMilliseconds = 25_000;

/** A command's side of a lease, once the guardian has accepted it. */
export interface Lease {
  /** Resolves when Bolt answers; @throws InstallationError with what went wrong. */
  ready(): Promise<void>;
  /** Resolves when the guardian has let go and, if this was the last lease, when Neo4j has stopped. */
  release(): Promise<void>;
}

/**
 * `stale`: no guardian that knows the token listens there. `silent`: something listens, and does not answer.
 * `stopping`: the guardian is just ending.
 */
export type LeaseOutcome = Lease | 'stale' | 'silent' | 'stopping';

/** Asks the guardian that the state file names for a lease. */
export function takeLease(state: GuardianState): Promise<LeaseOutcome> {
  return new Promise((resolve) => {
    const challenge = randomBytes(16).toString('hex');
    const socket = connect({ port: state.guardianPort, host: '127.0.0.1' });
    const connection = new LeaseConnection(socket);
    let stopping = false;
    socket.setTimeout(answerMilliseconds, () => {
      resolve('silent');
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(stopping ? 'stopping' : 'stale');
    });
    onMessages(socket, (received) => {
      const message = received as GuardianMessage;
      if (message.type === 'greeting') {
        send(socket, { type: 'lease', challenge, proof: proofOf(state.token, 'command', message.challenge) });
      } else if (message.type === 'accepted') {
        if (!proofHolds(message.proof, proofOf(state.token, 'guardian', challenge))) {
          socket.destroy();
          return;
        }
        socket.setTimeout(0);
        stopping = message.stopping;
        if (!stopping) {
          resolve(connection);
        }
      } else {
        connection.take(message);
      }
    });
  });
}

class LeaseConnection implements Lease {
  private readonly closed: Promise<void>;
  private readonly became: Promise<void>;
  private readonly released: Promise<boolean>;
  private becomeReady: () => void = () => undefined;
  private becomeFailed: (error: Error) => void = () => undefined;
  private confirm: (last: boolean) => void = () => undefined;

  constructor(private readonly socket: Socket) {
    this.closed = new Promise((resolve) => socket.on('close', () => resolve()));
    this.released = new Promise((resolve) => (this.confirm = resolve));
    this.became = new Promise((resolve, reject) => {
      this.becomeReady = resolve;
      this.becomeFailed = reject;
    });
    this.became.catch(() => undefined);
    void this.closed.then(() =>
      this.becomeFailed(
        new InstallationError(
          'Neo4j was stopped while it started; start again, and see its log if that does not help.',
        ),
      ),
    );
  }

  take(message: GuardianMessage): void {
    if (message.type === 'ready') {
      this.becomeReady();
    } else if (message.type === 'failed') {
      this.becomeFailed(new InstallationError(message.message));
    } else if (message.type === 'released') {
      this.confirm(message.last);
    }
  }

  async ready(): Promise<void> {
    try {
      await this.became;
    } catch (error) {
      // The guardian is ending: once it is gone, the failed start has left nothing running.
      const timer = setTimeout(() => this.socket.destroy(), stopMilliseconds);
      await this.closed;
      clearTimeout(timer);
      throw error;
    }
    // From here on the lease must not keep a command alive that has nothing else to do.
    this.socket.unref();
  }

  async release(): Promise<void> {
    if (this.socket.destroyed) {
      return;
    }
    this.socket.ref();
    send(this.socket, { type: 'release' });
    const timer = setTimeout(() => this.socket.destroy(), stopMilliseconds);
    const last = await Promise.race([this.released, this.closed.then(() => false)]);
    if (last) {
      await this.closed;
    }
    clearTimeout(timer);
    this.socket.destroy();
  }
}
