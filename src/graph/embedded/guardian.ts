import { randomBytes } from 'node:crypto';
import { messageOf } from '../../shared/errors';
import { reservePort } from './bolt';
import type { Neo4jOrder } from './configuration';
import { log } from './guardian-log';
import { LeaseServer } from './lease-server';
import { endLeftovers } from './leftovers';
import { Neo4jServer } from './neo4j-server';
import { Restarts } from './restarts';
import { removeState, writeState } from './state-file';
import type { GuardianState } from './state-file';

export interface GuardianOrder extends Omit<Neo4jOrder, 'boltPort'> {
  readonly boltPort?: number | undefined;
}

/**
 * The process that owns Java as long as a command uses it. It belongs to no terminal and no command, so that the first
 * command can end while a second goes on: only leases keep it alive.
 */
class Guardian {
  private readonly token = randomBytes(32).toString('hex');
  private readonly leases = new LeaseServer(this.token, () => void this.end(0));
  private readonly restarts = new Restarts();
  private server: Neo4jServer | undefined;
  private ending = false;

  constructor(private readonly order: GuardianOrder) {}

  /** Keeps Neo4j running until the last lease ends, or it cannot be kept running. */
  async run(): Promise<void> {
    this.handleSignals();
    try {
      await this.keepRunning(await this.prepare());
    } catch (error) {
      if (this.ending) return;
      // The command that started it may have disconnected long ago; sending to no one would end the guardian at once.
      if (process.connected) process.send?.({ failed: messageOf(error) });
      await this.fail(error);
    }
  }

  private handleSignals(): void {
    // An interrupt at the terminal is for the command; the guardian learns of the command's end by the lease.
    process.on('SIGINT', () => undefined);
    process.on('SIGHUP', () => undefined);
    process.on('SIGTERM', () => void this.end(0));
    process.on('disconnect', () => this.leases.startedAlone());
  }

  /** Publishes where the guardian listens. */
  private async prepare(): Promise<GuardianState> {
    const { dataDirectory, boltPort } = this.order;
    const state: GuardianState = {
      guardianProcess: process.pid,
      guardianPort: await this.leases.listen(),
      token: this.token,
      boltPort: await reservePort(boltPort),
    };
    await writeState(dataDirectory, state);
    process.send?.({ listening: true });
    return state;
  }

  private async keepRunning(state: GuardianState): Promise<void> {
    const server = new Neo4jServer({ ...this.order, boltPort: state.boltPort });
    this.server = server;
    let served = false;
    while (!this.ending) {
      let failure: string | undefined;
      try {
        const { exited } = await this.start(server, state);
        served = true;
        await exited;
      } catch (error) {
        // A first start that fails has a reason that a second one would meet again.
        if (!served) throw error;
        failure = messageOf(error);
      }
      await this.beforeRestart(server, failure);
    }
  }

  private async start(
    server: Neo4jServer,
    state: GuardianState,
  ): Promise<{ exited: Promise<number | null> }> {
    const java = await server.start(async (processId) => {
      state.javaProcess = processId;
      await writeState(this.order.dataDirectory, state);
    });
    log(`Neo4j answers on port ${state.boltPort}.`);
    this.leases.announce({ type: 'ready' });
    return java;
  }

  private async beforeRestart(server: Neo4jServer, failure: string | undefined): Promise<void> {
    if (this.ending) return;
    // Commands that arrive now wait until Neo4j answers again.
    this.leases.forgetNews();
    log(
      `${failure === undefined ? 'Neo4j has ended by itself' : `A restart failed (“${failure}”)`}: Neo4j is started again.`,
    );
    // What a full disk has ended says nothing against another start, once there is room.
    if (!(await server.waitedForRoom())) await this.restarts.next(failure);
  }

  private async fail(error: unknown): Promise<void> {
    log(messageOf(error));
    this.leases.announce({ type: 'failed', message: messageOf(error) });
    await this.end(1);
  }

  private async end(code: number): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    this.leases.close();
    await this.server?.stop();
    // Only now may another guardian start on the same files.
    await removeState(this.order.dataDirectory, this.token).catch(() => undefined);
    process.exit(code);
  }
}

async function guard(order: GuardianOrder): Promise<void> {
  await endLeftovers(order.dataDirectory);
  await new Guardian(order).run();
}

void guard(JSON.parse(process.argv[2] ?? '') as GuardianOrder);
