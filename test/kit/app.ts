import { randomBytes } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { serve } from '../../src/app/http/server';
import { signToken } from '../../src/features/access/token';
import type { Role } from '../../src/features/access/viewer';
import { Database, type DatabaseAddress } from '../../src/graph/driver/database';
import { statements } from '../../src/graph/driver/statement';
import { readConfig } from '../../src/shared/config';
import { Cursors, questionOf } from '../../src/shared/cursors';
import { keyOfGlobalId } from '../../src/shared/ids';
import { clientOf, type Client } from './client';
import { testDatabaseAddress } from './worker-database';

/** The API as its users meet it: over HTTP, on a Neo4j of the run. */
export interface TestApp {
  readonly url: string;
  readonly database: Database;
  /** Names of the statements that ran since the last call of forget(). */
  readonly statements: readonly string[];
  forget(): void;
  /** Seals cursors as this API does. */
  readonly cursors: Cursors;
  /** A client with a token of this role; a person or a lead says by global id who they are. */
  as(role: Role, personId?: string): Promise<Client>;
  close(): Promise<void>;
}

const besides = new Set([
  'access.tokenStates',
  'amounts.count',
  ...['feed.freeLanes', 'feed.due', 'feed.markPruned', 'feed.prune'],
]);

/** Gaps are kept where a spec is about them: what a server writes by itself is not what other specs look for. */
const besidesRequests = { SKILLWAKE_GAP_SNAPSHOT_DAYS: '0' };

/** Serves the API on the worker's Neo4j, or on another; what goes wrong unexpectedly is printed with its cause. */
export async function startApp(
  settings: Readonly<Record<string, string>> = {},
  address?: DatabaseAddress,
  logger: Logger = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
): Promise<TestApp> {
  const secret = settings['SKILLWAKE_SECRET'] ?? randomBytes(32).toString('hex');
  const ran: string[] = [];
  const opened = await Database.open(address ?? (await testDatabaseAddress()));
  const database = opened.observedBy((name) => {
    // Who looked is written down beside the requests, whenever there is time: no request costs it.
    // Nor does the look at what has become of its token, once a second for each, nor how much there is, once a minute, nor what is
    // done for the feed of changes and for webhooks now and then. What was written is read into memory by whoever asks next, once for everybody.
    const isBesides =
      name.startsWith('audit.') ||
      name.startsWith('states.') ||
      name.startsWith('sending.') ||
      besides.has(name);
    if (!isBesides) ran.push(name);
  });
  // Specs of what meets ask all at a time, however slow the machine, and however much others have left on the database, which
  // makes requests dearer; what is refused then has a spec of its own.
  const many = { SKILLWAKE_MAX_RUNNING: '1000', SKILLWAKE_MAX_COST_AT_WORK: '1000000000' };
  const config = readConfig({ SKILLWAKE_PORT: '0', ...many, ...besidesRequests, ...settings });
  const server = await serve(config, secret, database, logger);
  // What a start asks by itself is no request's.
  ran.splice(0);
  return {
    url: server.url,
    database,
    statements: ran,
    forget: () => ran.splice(0),
    cursors: new Cursors(secret),
    async as(role, personId) {
      const personKey = personId === undefined ? undefined : keyOfGlobalId('Person', personId);
      return clientOf(server.url, await signToken(secret, { role, personKey }, 3_600));
    },
    async close() {
      await server.close();
      await opened.close();
    },
  };
}

/** How often a statement ran since the last call of forget(); a name that no statement has would be counted in vain. */
export function timesRun(app: TestApp, name: string): number {
  if (!statements.has(name)) throw new Error(`No statement is named ${name}.`);
  return app.statements.filter((ran) => ran === name).length;
}

/** The cursor from which a list by name begins at this name: what other specs have saved before it is left out. */
export function startAt({ cursors }: TestApp, list: string, sortName: string): string {
  return cursors.seal(questionOf(list, '', 'NAME', {}), [sortName, '0']);
}

/** Folds everybody anew: what `npm run rebuild` runs. */
export { rebuild } from '../../src/features/switching/rebuild.service';

/** A token as `npm run token` prints it. */
export { signToken } from '../../src/features/access/token';
