import { LRUCache } from 'lru-cache';
import type { Database } from '../../graph/driver/database';
import type { Queries } from '../../graph/driver/statement';
import { changesAfter, type ChangesAfter, type FeedPosition } from '../../graph/feed/changes-after';
import type { RequestContext } from '../request/context';
import type { Calibration } from './calibration.store';
import { referredVersions, type VersionToRecord, type WantedVersion } from './referred-version.store';

/** How often something was forgotten when a transaction had not begun. */
type Standing = number;

/** A version; "question" or "version" where that does not exist. */
type Found = VersionToRecord | 'question' | 'version';

interface Now {
  readonly calibrations: readonly Calibration[];
  readonly heard: ChangesAfter | undefined;
}

/**
 * What recording needs of question versions, kept in this process between transactions and forgotten by the feed, so that
 * one that was asked for lately is not read again. Within a transaction that holds its people, it says what reading would
 * say: every change that was committed before is heard of first, whoever committed it.
 */
export class KnownVersions {
  private readonly versions: LRUCache<string, VersionToRecord>;
  /** What the feed said up to here is forgotten; undefined where that cannot be said. */
  private heardTo: FeedPosition | undefined;
  /** The calibrations that they are read by. */
  private readBy = '';
  private forgotten: Standing = 0;

  /** @param most so many are kept at most, those used last */
  constructor(most = 20_000) {
    this.versions = new LRUCache({ max: most });
  }

  /** Those of one server; those of a rehearsal see what it alone has written. */
  static of({ database, background }: Pick<RequestContext, 'database' | 'background'>): KnownVersions {
    return database.isRehearsal ? new this() : background.keep(this);
  }

  /**
   * To be asked before a transaction begins. Where the feed has to be begun anew, what begins after this has ended reads the
   * whole of every transaction that the position is past of.
   */
  async standing(database: Database): Promise<Standing> {
    if (this.heardTo === undefined) {
      const begun = await changesAfter(database, undefined);
      this.forgetAll(begun?.position);
    }
    return this.forgotten;
  }

  /** Where in the feed what changed of the catalogue is to be asked for. */
  get position(): FeedPosition | undefined {
    return this.heardTo;
  }

  /**
   * What each wanted version is, by the names that it is wanted under. What is read here is kept only where nothing was forgotten
   * since the transaction began: it may be of before what was heard of.
   * @param tx holds the people whom it is about
   * @param now the calibrations in use, and what changed after `position`, both read once these were held
   */
  async referred(
    tx: Queries,
    wanted: ReadonlyMap<string, WantedVersion>,
    { calibrations, heard }: Now,
    standing: Standing,
  ): Promise<ReadonlyMap<string, Found>> {
    this.hear(heard);
    const readBy = JSON.stringify(calibrations);
    if (readBy !== this.readBy) this.versions.clear();
    this.readBy = readBy;
    const found = new Map<string, Found>();
    const missing = new Map<string, WantedVersion>();
    for (const [name, one] of wanted) {
      const version = this.versions.get(name);
      if (version === undefined) missing.set(name, one);
      else found.set(name, version);
    }
    const read = await referredVersions(tx, [...missing.values()], calibrations);
    const isCurrent = this.forgotten === standing && this.readBy === readBy;
    [...missing.keys()].forEach((name, place) => {
      const version = read[place] ?? 'question';
      if (typeof version !== 'string' && isCurrent) this.versions.set(name, version);
      found.set(name, version);
    });
    return found;
  }

  /** Forgets what changed since. */
  private hear(heard: ChangesAfter | undefined): void {
    if (heard === undefined || heard.isMore) {
      this.forgetAll(undefined);
      return;
    }
    this.heardTo = heard.position;
    const changed = new Set(heard.changes.flatMap(({ changed: { catalogue } }) => catalogue ?? []));
    if (changed.size === 0) return;
    this.forgotten++;
    for (const [name, version] of [...this.versions])
      if (namesBehind(version).some((key) => changed.has(key))) this.versions.delete(name);
  }

  private forgetAll(position: FeedPosition | undefined): void {
    this.forgotten++;
    this.versions.clear();
    this.heardTo = position;
  }
}

/** Internal ids of all that a version is read by. */
function namesBehind({ question, skills, questions }: VersionToRecord): string[] {
  return [question, ...skills, ...[...questions.values()].flatMap((read) => read.skills ?? [])];
}
