import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/graph/driver/database';
import { startEmbedded } from '../../src/graph/embedded/embedded';
import { readState } from '../../src/graph/embedded/state-file';
import { statement } from '../../src/graph/driver/statement';
import { externalKey } from '../../src/shared/ids';
import { buildGraph, type Reference, type TestGraph } from './graph';
import { rebuildEverybody, storedOf } from './stored';
import { KillWriters, send, together, type Sent } from './kill-writers';
import { openOwnDatabase, type OwnDatabase } from './own-database';
import { startProcess, type ApiProcess } from './process';

/** What a round of killing found; all but the first are to be 0. */
export interface KillFigures {
  /** Answers and withdrawals that the API said it had. */
  readonly acknowledged: number;
  /** Of these, those that are not there, or were there only after they were sent again. */
  readonly lost: number;
  /** Ids that are there more than once, or hang on more than one person. */
  readonly doubled: number;
  /** Ids that are there and that nobody has sent. */
  readonly unsent: number;
  /** People whose stored mastery is not, bit for bit, what a rebuild makes of their evidence. */
  readonly differing: number;
}

/**
 * Evidence hangs on one person or one visit, a withdrawal on the one item, there or awaited, that knows of it, and a decision on
 * one version.
 */
const STORED_EVIDENCE = statement<{ id: string; times: number }>(
  'kill.storedEvidence',
  `MATCH (evidence:Evidence) WHERE NOT evidence:Awaited
   RETURN evidence.id AS id,
     COUNT { (evidence)-[:BY|TAKEN_BY|GIVEN_BY|DURING]->(:Person|Evidence) } + COUNT { (evidence)-[:ABOUT]->(:Evidence {withdrawn: true}) }
       + COUNT { (evidence)-[:ABOUT]->(:QuestionVersion) } AS times`,
  'whoever kills the database looks at all that is left in it',
);

/** How often each id is there. */
export async function storedIn(database: Database): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { id, times } of await database.query(STORED_EVIDENCE))
    found.set(id, (found.get(id) ?? 0) + times);
  return found;
}

/** How many of what these requests carry are not there. */
export function missingOf(stored: ReadonlyMap<string, number>, requests: readonly Sent[]): number {
  return requests.flatMap(idsOf).filter((id) => (stored.get(id) ?? 0) < 1).length;
}

const idsOf = ({ answers, withdrawals }: Sent): string[] => [
  ...answers.map((item) => answerKey(item as Reference)),
  ...withdrawals.map((item) => `withdrawal ${answerKey(item as Reference)}`),
];
const answerKey = ({ source, id }: Reference): string => externalKey('answer', source, id);

/**
 * A Neo4j and an API of their own in which both are killed while others write. A Neo4j that dies often is left stopped,
 * so that there are at most five rounds in one.
 */
export class KillInstallation {
  private readonly everSent: Sent[] = [];

  private constructor(
    private readonly own: OwnDatabase,
    private readonly graph: TestGraph,
    private api: Promise<ApiProcess>,
  ) {}

  static async open(): Promise<KillInstallation> {
    const own = await openOwnDatabase();
    const api = await startProcess(own.embedded);
    const graph = await buildGraph(api.admin, { people: 12, skills: 2, questions: [[0], [1], [0, 1]] });
    return new KillInstallation(own, graph, Promise.resolve(api));
  }

  async close(): Promise<void> {
    await (await this.api).end('SIGKILL');
    await this.own.close();
  }

  /** Kills the API and then Neo4j, each in the middle of what the writers send once so many requests were answered. */
  async round(requests: number): Promise<KillFigures> {
    const writers = new KillWriters(this.graph, async () => (await this.api).admin);
    await writers.answered(requests);
    await this.killApi();
    await writers.answered(requests);
    await this.killDatabase();
    // Requests that wait for the database to come back end beside those that are sent again.
    const stopped = writers.stop();
    stopped.catch(() => undefined);
    const acknowledged = new Set(writers.sent.filter((request) => request.acknowledged));
    const { admin } = await this.api;
    let lost = missingOf(await storedIn(this.own.database), [...acknowledged]);
    lost += await send(admin, together([...acknowledged]));
    await send(admin, together(writers.sent.filter((request) => !acknowledged.has(request))));
    await stopped;
    this.everSent.push(...writers.sent);
    const stored = await storedIn(this.own.database);
    const sent = new Set(this.everSent.flatMap(idsOf));
    return {
      acknowledged: [...acknowledged].flatMap(idsOf).length,
      lost: lost + missingOf(stored, this.everSent),
      doubled: [...stored.values()].filter((times) => times > 1).length,
      unsent: [...stored.keys()].filter((id) => !sent.has(id)).length,
      differing: await this.differing(),
    };
  }

  /** The writers wait for the new one as soon as the old one is to die; what is under way dies with it. */
  private async killApi(): Promise<void> {
    const old = await this.api;
    this.api = old.end('SIGKILL').then(() => startProcess(this.own.embedded));
    await this.api;
  }

  /** Resolves when another Java answers: nobody but its guardian starts it. */
  private async killDatabase(): Promise<void> {
    const { dataDirectory } = this.own;
    const java = async () => (await readState(dataDirectory))?.javaProcess;
    const killed = await java();
    if (killed === undefined) throw new Error('There is no Neo4j to kill.');
    process.kill(killed, 'SIGKILL');
    while ((await java()) === killed) await pause(10);
    // Whoever comes now is let in when it answers.
    await (await startEmbedded({ dataDirectory })).release();
  }

  private async differing(): Promise<number> {
    const { database } = this.own;
    const before = await storedOf(database, this.graph.people);
    const differed = await rebuildEverybody(database);
    const after = await storedOf(database, this.graph.people);
    const bits = before.filter((row, person) => JSON.stringify(row) !== JSON.stringify(after[person]));
    return Math.max(differed, bits.length);
  }
}
