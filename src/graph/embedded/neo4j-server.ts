import { rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { InstallationError } from '../../shared/errors';
import { untilAvailable } from './availability';
import { answersBolt } from './bolt';
import { neo4jConfiguration, passwordArguments, serverArguments, type Neo4jOrder } from './configuration';
import { pathsOf, preparePassword, writePrivately } from './data-directory';
import { describeFileFailure } from './failure';
import { explainFailedStart, readFrom } from './start-failure';
import { startWatched } from './watched-process';
import type { WatchedProcess } from './watched-process';

/** One run of Java after another on one data directory. */
export class Neo4jServer {
  private java: WatchedProcess | undefined;
  private stopping = false;
  private readonly paths: ReturnType<typeof pathsOf>;

  constructor(private readonly order: Neo4jOrder) {
    this.paths = pathsOf(order.dataDirectory);
  }

  /**
   * Starts Java and resolves once Bolt answers and the database is open; what resolves then is a promise of Java's end.
   * @throws InstallationError when Java ends before, or the database cannot be opened.
   */
  async start(onJava: (processId: number) => Promise<void>): Promise<{ exited: Promise<number | null> }> {
    const { order, paths } = this;
    try {
      await writeFile(paths.configuration, neo4jConfiguration(order));
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
      return java;
    } catch (error) {
      // A refusal after Java has started, such as a full disk, leaves nothing running.
      await this.java?.stop();
      throw describeFileFailure(error, order.dataDirectory) ?? error;
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.java?.stop();
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
    if (this.stopping) {
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

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
