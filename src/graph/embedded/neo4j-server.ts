import { rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { InstallationError, messageOf } from '../../shared/errors';
import { untilAvailable } from './availability';
import { answersBolt } from './bolt';
import { neo4jConfiguration, passwordArguments, serverArguments, type Neo4jOrder } from './configuration';
import { CriticalErrorWatch } from './critical-error';
import { pathsOf, preparePassword, writePrivately } from './data-directory';
import { untilRoom } from './disk-room';
import { describeFileFailure } from './failure';
import { log } from './guardian-log';
import { explainFailedStart, readFrom } from './start-failure';
import { cutRepeatedEnds } from './transaction-log';
import { startWatched } from './watched-process';
import type { WatchedProcess } from './watched-process';

/** One run of Java after another on one data directory. */
export class Neo4jServer {
  private java: WatchedProcess | undefined;
  private wasFull = false;
  private criticalError: CriticalErrorWatch | undefined;
  private readonly stopping = new AbortController();
  private readonly paths: ReturnType<typeof pathsOf>;

  constructor(private readonly order: Neo4jOrder) {
    this.paths = pathsOf(order.dataDirectory);
  }

  /**
   * Starts Java and resolves once Bolt answers and the database is open; what resolves then is a promise of Java's end.
   * One that meets a critical error is killed, once its disk has room for another start.
   * @throws InstallationError when Java ends before, or the database cannot be opened.
   */
  async start(onJava: (processId: number) => Promise<void>): Promise<{ exited: Promise<number | null> }> {
    const { order, paths } = this;
    try {
      await writeFile(paths.configuration, neo4jConfiguration(order));
      this.wasFull = false;
      const cut = await cutRepeatedEnds(order.dataDirectory);
      if (cut > 0) {
        log(
          `The transaction log ended in ${cut} bytes that a stop after a full disk had written twice: cut off.`,
        );
      }
      const password = await preparePassword(order.dataDirectory);
      if (password.toBeSet) {
        await this.setPassword(password.value);
      }
      const positions = await Promise.all([sizeOf(paths.neo4jLog), sizeOf(paths.javaLog)]);
      const debugged = await sizeOf(paths.debugLog);
      const java = await this.run(serverArguments(order, paths.home));
      await onJava(java.processId);
      await this.untilBoltAnswers(java, positions);
      await untilAvailable(order.dataDirectory, order.boltPort, password.value, () =>
        readFrom(paths.debugLog, debugged),
      );
      this.criticalError = new CriticalErrorWatch(order.boltPort, password.value);
      this.watch(java, this.criticalError).catch((error: unknown) => log(messageOf(error)));
      return java;
    } catch (error) {
      // A refusal after Java has started, such as a full disk, leaves nothing running.
      await this.java?.stop();
      throw describeFileFailure(error, order.dataDirectory) ?? error;
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    // One that was told to stop would write once more what found no room on the disk, behind what is there already.
    if (await this.criticalError?.isMet()) this.java?.stopByKilling();
    await this.java?.stop();
  }

  /** Waits until the disk has room for a start; gives whether there was not enough since the last one. */
  async waitedForRoom(): Promise<boolean> {
    return (await untilRoom(this.order.dataDirectory, this.stopping.signal)) || this.wasFull;
  }

  private async watch(java: WatchedProcess, criticalError: CriticalErrorWatch): Promise<void> {
    const calledOff = AbortSignal.any([this.stopping.signal, endOf(java)]);
    if (await criticalError.untilMet(calledOff)) {
      log('Neo4j has met a critical error and takes no requests any more.');
      java.stopByKilling();
      // Until then it says of itself what is wrong, which nobody could tell from one that is gone.
      this.wasFull = await untilRoom(this.order.dataDirectory, calledOff);
      if (!calledOff.aborted) await java.stop();
    }
    await java.exited;
    await criticalError.close();
  }

  private async setPassword(password: string): Promise<void> {
    const { paths, order } = this;
    const position = await sizeOf(paths.javaLog);
    await writePrivately(paths.passwordArguments, passwordArguments(order.jarDirectory, password));
    try {
      const admin = await this.run([`@${paths.passwordArguments}`]);
      if ((await admin.exited) !== 0) {
        throw await this.failure([Number.MAX_SAFE_INTEGER, position]);
      }
    } finally {
      await rm(paths.passwordArguments, { force: true });
    }
  }

  private async run(parameters: readonly string[]): Promise<WatchedProcess> {
    const { paths, order } = this;
    if (this.stopping.signal.aborted) {
      throw new InstallationError('The start of Neo4j was cancelled; start again.');
    }
    // What a user has set for other Neo4j or Java programs is not meant for this one.
    const {
      JAVA_TOOL_OPTIONS: _tool,
      _JAVA_OPTIONS: _options,
      JDK_JAVA_OPTIONS: _launcher,
      ...environment
    } = process.env;
    this.java = await startWatched(order.javaCommand, parameters, {
      directory: paths.home,
      environment: { ...environment, NEO4J_HOME: paths.home, NEO4J_CONF: `${paths.home}/conf` },
      log: paths.javaLog,
    });
    return this.java;
  }

  private async untilBoltAnswers(java: WatchedProcess, positions: readonly [number, number]): Promise<void> {
    const end = { seen: false };
    void java.exited.then(() => (end.seen = true));
    // Recovering a large store after a crash takes as long as it takes; Java's end is what ends the waiting.
    while (!(await answersBolt(this.order.boltPort))) {
      if (end.seen) {
        throw await this.failure(positions);
      }
      await delay(40);
    }
  }

  private async failure(positions: readonly [neo4jLog: number, javaLog: number]): Promise<InstallationError> {
    const { paths, order } = this;
    const neo4jText = await readFrom(paths.neo4jLog, positions[0]);
    const javaText = await readFrom(paths.javaLog, positions[1]);
    return explainFailedStart({
      dataDirectory: order.dataDirectory,
      boltPort: order.boltPort,
      // Java itself, when it cannot even begin, writes to its own log only.
      logPath: neo4jText === '' ? paths.javaLog : paths.neo4jLog,
      text: neo4jText === '' ? javaText : neo4jText,
    });
  }
}

/** Aborted once the process has ended. */
function endOf({ exited }: WatchedProcess): AbortSignal {
  const end = new AbortController();
  void exited.then(() => end.abort());
  return end.signal;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
