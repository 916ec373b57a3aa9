import { randomBytes } from 'node:crypto';
import { messageOf } from '../../shared/errors';
import { reservePort } from './bolt';
import type { Neo4jOrder } from './configuration';
import { LeaseServer } from './lease-server';
import { Neo4jServer } from './neo4j-server';
import { endLeftover } from './processes';
import { Restarts } from './restarts';
import { readState, removeState, writeState } from './state-file';
import type { GuardianState } from './state-file';

/**
 * The process that owns Java for as long as a command uses it. It belongs to no terminal and no command, so that the
 * first command can end while a second goes on; its life is leases only.
 */
export interface GuardianOrder extends Omit<Neo4jOrder, 'boltPort'> {
  readonly boltPort?: number | undefined;
}

async function guard(order: GuardianOrder): Promise<void> {
  const token = randomBytes(32).toString('hex');
  let server: Neo4jServer | undefined;
  let ending = false;
  // A callback changes it, which the type checker does not follow.
  const isEnding = (): boolean => ending;

  const end = async (code: number): Promise<void> => {
    if (ending) {
      return;
    }
    ending = true;
    leases.close();
    await server?.stop();
    // Only now may another guardian start on the same files.
    await removeState(order.dataDirectory, token).catch(() => undefined);
    process.exit(code);
  };
  const fail = async (error: unknown): Promise<void> => {
    log(messageOf(error));
    leases.announce({ type: 'failed', message: messageOf(error) });
    await end(1);
  };
  const leases = new LeaseServer(token, () => void end(0));

  // An interrupt at the terminal is for the command; the guardian learns of its end by the lease.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.on('SIGTERM', () => void end(0));
  process.on('disconnect', () => leases.startedAlone());

  try {
    const before = await readState(order.dataDirectory);
    const state: GuardianState = {
      guardianProcess: process.pid,
      guardianPort: await leases.listen(),
      token,
      boltPort: await reservePort(order.boltPort),
      // Until Java runs this names the one that was left, so that it is not forgotten if this guardian dies too.
      javaProcess: before?.javaProcess,
    };
    const tell = (): Promise<void> => writeState(order.dataDirectory, state);
    await tell();
    process.send?.({ listening: true });
    if (before?.javaProcess !== undefined) {
      await endLeftover(before.javaProcess, order.dataDirectory);
    }
    server = new Neo4jServer({ ...order, boltPort: state.boltPort });
    const restarts = new Restarts();
    let served = false;
    while (!isEnding()) {
      let reason: string | undefined;
      try {
        const java = await server.start(async (processId) => {
          state.javaProcess = processId;
          await tell();
        });
        served = true;
        log(`Neo4j answers on port ${state.boltPort}.`);
        leases.announce({ type: 'ready' });
        await java.exited;
      } catch (error) {
        // A first start that fails has a reason that a second one would meet again.
        if (!served) {
          throw error;
        }
        reason = messageOf(error);
      }
      if (isEnding()) {
        return;
      }
      // Who comes now waits until it answers again.
      leases.forgetNews();
      log(
        `${reason === undefined ? 'Neo4j has ended by itself' : `A restart failed (“${reason}”)`}: Neo4j is started again.`,
      );
      await restarts.next(reason);
    }
  } catch (error) {
    if (!isEnding()) {
      // The command that started it may have let go long ago; a message to nobody would end the guardian at once.
      if (process.connected) {
        process.send?.({ failed: messageOf(error) });
      }
      await fail(error);
    }
  }
}

function log(line: string): void {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}

void guard(JSON.parse(process.argv[2] ?? '') as GuardianOrder);
