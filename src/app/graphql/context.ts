import type { Background } from '../../features/request/background';
import type { RequestContext, RequestRecord, Rules } from '../../features/request/context';
import { Completing } from '../../features/request/completing';
import type { Counts } from '../../features/request/counts';
import { Looks } from '../../features/request/looks';
import type { CaptureTokens } from '../../features/access/capture-token';
import { opensIndividuals } from '../../features/access/scope';
import type { Viewer, Visible } from '../../features/access/viewer';
import type { WebhookSecrets } from '../../features/access/webhook-secrets';
import { reachOf } from '../../features/people/people.store';
import type { Held, ReadModel } from '../../features/states/read-model';
import type { Database } from '../../graph/driver/database';
import type { Config } from '../../shared/config';
import type { Cursors } from '../../shared/cursors';
import { listOf } from '../http/lists';

/** The settings that answers depend on. */
export function rulesOf(config: Config): Rules {
  return {
    meetsFrom: config.SKILLWAKE_MEETS_FROM,
    bands: config.SKILLWAKE_LEVEL_BANDS,
    clockSkew: config.SKILLWAKE_CLOCK_SKEW_SECONDS * 1000,
    leftAfter: config.SKILLWAKE_LEFT_AFTER_MINUTES * 60_000,
    timeZone: config.SKILLWAKE_TIME_ZONE,
    switchPatience: config.SKILLWAKE_SWITCH_PATIENCE_SECONDS * 1000,
    strangers: config.SKILLWAKE_XAPI_PEOPLE,
    webhookHosts: new Set(listOf(config.SKILLWAKE_WEBHOOK_HOSTS.toLowerCase())),
  };
}

/** What all requests to one server share. */
export interface Shared {
  readonly database: Database;
  readonly rules: Rules;
  readonly cursors: Cursors;
  readonly captureTokens: CaptureTokens;
  readonly webhookSecrets: WebhookSecrets;
  readonly counts: Counts;
  readonly background: Background;
  readonly readModel: ReadModel;
}

/** The context of one request: nothing in it outlives the request but what is shared. */
export function requestContext(
  shared: Shared,
  request: RequestRecord,
  viewer: Viewer,
  gone: AbortSignal = new AbortController().signal,
): RequestContext {
  const database = shared.database.until(gone);
  const now = Date.now();
  let visible: Promise<Visible> | undefined;
  let held: Promise<Held> | undefined;
  const inMemory = async (): Promise<Held> => {
    if (database.isRehearsal) throw new Error('What is in memory does not show what a rehearsal wrote.');
    return (held ??= shared.readModel.current());
  };
  return {
    ...shared,
    database,
    gone,
    request,
    viewer,
    now,
    loaders: new Map(),
    completing: new Completing(gone),
    looks: new Looks(),
    visible: () => (visible ??= visibleTo(database, viewer, now)),
    states: async () => (await inMemory()).states,
    plans: async () => (await inMemory()).plans,
  };
}

/**
 * Whose rows each role covers: hr and admin see everybody, a lead the members of their teams and of those within them, everybody
 * themselves; nobody by a token for figures on groups alone.
 */
async function visibleTo(database: Database, viewer: Viewer, now: number): Promise<Visible> {
  const { role, personKey } = viewer;
  if (!opensIndividuals(viewer)) return { everyone: false, personKeys: [] };
  if (role === 'hr' || role === 'admin') return { everyone: true, personKeys: [] };
  const personKeys = personKey === undefined ? [] : await reachOf(database, personKey, role === 'lead', now);
  return { everyone: false, personKeys };
}
