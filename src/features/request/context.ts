import type { Database } from '../../graph/driver/database';
import type { LevelBand } from '../../shared/bands';
import type { Background } from './background';
import type { Completing } from './completing';
import type { Counts } from './counts';
import type { Looks } from './looks';
import type { Plans } from './plans';
import type { States } from './states';
import type { Cursors } from '../../shared/cursors';
import type { CaptureTokens } from '../access/capture-token';
import type { Viewer, Visible } from '../access/viewer';
import type { WebhookSecrets } from '../access/webhook-secrets';

/** Settings that answers depend on. */
export interface Rules {
  /** A requirement is met from this probability on. */
  readonly meetsFrom: number;
  /** Named stretches of levels, the lowest first; together they are all of [0,1]. */
  readonly bands: readonly LevelBand[];
  /** How far ahead of the server's clock evidence may lie, milliseconds. */
  readonly clockSkew: number;
  /** Who has had no event in a visit for so long has left it, milliseconds. */
  readonly leftAfter: number;
  /** By its IANA name: decides what a day is. */
  readonly timeZone: string;
  /** How long requests that began before a switch of calibrations may go on reading what was before it, milliseconds. */
  readonly switchPatience: number;
  /** Hosts of the own network that webhooks may address, in small letters. */
  readonly webhookHosts: ReadonlySet<string>;
  /** Who is meant by an actor of a learning platform whom nobody here is known by. */
  readonly strangers: 'known' | 'provisioned';
}

/** What errors, the log and the metrics record of a request. */
export interface RequestRecord {
  /** The client's own name of the request, or a new one: answers, errors and the log have it. */
  readonly id: string;
  /** What it asks for, once that is known; a name is the client's. */
  operation?: { readonly type: 'query' | 'mutation' | 'subscription'; readonly name: string | undefined };
  /** How many values it may read or compute, once that is known. */
  cost?: number;
  /**
   * Waits until so many more items of evidence may be in memory, all requests' together; OverloadedError where that takes
   * too long. Absent where nothing bounds them, as in a command.
   */
  hold?: (items: number) => Promise<void>;
  /** Gives back all that it has of what is bounded for all requests together; called when its answer is written out. */
  end?: () => void;
}

/** What every resolver is given: one per request. */
export interface RequestContext {
  readonly request: RequestRecord;
  readonly viewer: Viewer;
  /** No statement begins on it once the client has left; work that goes on after the request asks `until(undefined)`. */
  readonly database: Database;
  /** DataLoaders by batch read and by arguments, created when first used: see loaders.ts. */
  readonly loaders: Map<unknown, Map<string, unknown>>;
  /** Lets what was loaded into the answer, turn by turn. */
  readonly completing: Completing;
  readonly rules: Rules;
  /** Seals the cursors of this installation, and opens them. */
  readonly cursors: Cursors;
  /** Issues and proves the tokens of web pages that record what one person does in one module. */
  readonly captureTokens: CaptureTokens;
  /** Derives what webhooks are signed with. */
  readonly webhookSecrets: WebhookSecrets;
  /** Whose individual figures are in the answer: these people can see who looked. */
  readonly looks: Looks;
  /** Counts evidence and refolds. */
  readonly counts: Counts;
  /** What goes on after the request is answered. */
  readonly background: Background;
  /** Aborted when the client has left without its answer: what only the answer needs is then computed no further. */
  readonly gone: AbortSignal;
  /** The request's one notion of now, epoch milliseconds. */
  readonly now: number;
  /** Read at most once a request. */
  visible(): Promise<Visible>;
  /** With all that was acknowledged before they were first asked for. Not in a rehearsal: they do not show what it wrote. */
  states(): Promise<States>;
  /** What is planned for everybody, as of the same moment; not in a rehearsal either. */
  plans(): Promise<Plans>;
}
