import type { Queries } from '../../graph/driver/statement';
import type { WithdrawalInput } from '../evidence/answer.input';
import { EvidenceStatus, type RecordEvidencePayload } from '../evidence/answer.type';
import { digest, type Sorted } from '../evidence/evidence.service';
import { ItemErrorCode, notFound, Rejection, type Batch } from '../../shared/items';
import type { Reference } from '../../graph/nouns/identity';
import { withdraw } from '../recording/withdrawals.service';
import { capture, type CapturedKind, type Capturing } from './capture.service';
import {
  referredModules,
  referredPeople,
  Revisions,
  type ReferredNode,
  type ReferredRevision,
} from './referred.store';
import { visitCheck, type CheckedVisit, type VisitInput } from './visit.input';
import {
  changeVisits,
  knownVisits,
  tellMore,
  writeVisits,
  type KnownVisit,
  type StoredVisit,
  type Told,
} from './visit.store';

/** What a batch of visits, or of views in the course of visits, refers to. */
export interface ReferredByVisits {
  readonly people: ReadonlyMap<Reference, ReferredNode>;
  readonly modules: ReadonlyMap<Reference, ReferredNode>;
  readonly revisions: Revisions;
  readonly visits: ReadonlyMap<string, KnownVisit>;
}

/** An item that says which visit it is of, or is one. */
interface OfVisit {
  readonly person: Reference;
  readonly module: Reference;
  readonly revision?: number | null | undefined;
  readonly page?: number;
}

/** Looks up what items refer to, in two rounds of statements. */
export async function referredByVisits(
  tx: Queries,
  items: readonly OfVisit[],
  visitIds: readonly string[],
): Promise<ReferredByVisits> {
  const [people, modules, visits] = await Promise.all([
    referredPeople(
      tx,
      items.map(({ person }) => person),
    ),
    referredModules(
      tx,
      items.map(({ module }) => module),
    ),
    knownVisits(tx, visitIds),
  ]);
  const named = items.flatMap(({ module, revision }) => {
    const found = modules.get(module);
    return found === undefined ? [] : [[found.key, revision ?? null] as const];
  });
  const revisions = await Revisions.find(tx, {
    known: [...visits.values()].flatMap(({ revision }) => (revision === null ? [] : [revision])),
    current: named.flatMap(([module, number]) => (number === null ? [module] : [])),
    numbered: named.flatMap(([module, number]) => (number === null ? [] : [[module, number] as const])),
    pages: items.flatMap(({ page }) => (page === undefined ? [] : [page])),
  });
  return { people, modules, revisions, visits };
}

/** Whose visit it is, and of which revision. */
export interface Passage {
  readonly person: ReferredNode;
  readonly module: string;
  readonly revision: ReferredRevision;
}

/** The passage that an item names. What is known of its visit already stands: its person, and its revision. */
export function passageOf(
  item: OfVisit,
  { people, modules, revisions }: ReferredByVisits,
  known: { readonly person: string; readonly revision: string } | undefined,
): Passage | Rejection {
  const person = people.get(item.person);
  const module = modules.get(item.module);
  const number = item.revision ?? null;
  if (person === undefined) return notFound('person');
  if (module === undefined) return notFound('module');
  if (known !== undefined && known.person !== person.key) return ofAnother('person');
  const revision = known ? revisions.withKey(known.revision) : revisions.of(module.key, number);
  if (known !== undefined && revision?.module !== module.key) return ofAnother('module');
  if (known !== undefined && number !== null && revision?.number !== number) return ofAnother('revision');
  if (revision === undefined)
    return number === null
      ? notFound('module: a revision of the module')
      : notFound(`revision: revision ${String(number)} of the module`);
  return { person, module: module.key, revision };
}

function ofAnother(field: 'person' | 'module' | 'revision'): Rejection {
  return new Rejection(
    ItemErrorCode.CONFLICT,
    `${field}: what was accepted before of this visit is of another ${field}, which stays: correct the ${field}, or give the visit an id of its own.`,
    [field],
  );
}

/** What is known of a visit where it is more than awaited. */
export function standing(visit: KnownVisit | undefined) {
  if (visit?.person == null || visit.revision === null) return undefined;
  return { person: visit.person, revision: visit.revision };
}

const visits: CapturedKind<CheckedVisit, ReferredByVisits, StoredVisit> = {
  kind: 'visit',
  check: visitCheck,
  momentsOf: ({ at, completedAt, endedAt }) => ({ at, completedAt, endedAt }),
  look: (tx, checked) =>
    referredByVisits(
      tx,
      checked,
      checked.map(({ outside }) => outside),
    ),
  resolve: resolveVisits,
  namedBy: ({ person }) => [person],
  async write(tx, sorted, { referred, recordedAt }) {
    const told = withWhatIsTold(sorted, referred.visits);
    const fresh = sorted.fresh.flatMap((visit) => {
      const all = told.told.get(visit.id);
      return all === undefined ? [] : [{ ...visit, ...all }];
    });
    await writeVisits(tx, fresh, referred.visits, recordedAt);
    const isFresh = new Set(fresh.map(({ id }) => id));
    await tellMore(
      tx,
      [...told.told].flatMap(([id, all]) =>
        isFresh.has(id) || isSame(all, referred.visits.get(id)) ? [] : [{ id, ...all }],
      ),
      recordedAt,
    );
    return told.sorted;
  },
};

/** Records visits; an id that is there may come again with what was not known before: that it was completed, or ended. */
export function recordVisits(
  context: Capturing,
  items: readonly VisitInput[],
): Promise<RecordEvidencePayload> {
  return capture(visits, context, items);
}

/** Withdraws visits, or views in the course of visits. */
export function withdrawLearning(
  kind: 'visit' | 'pageView' | 'videoView',
  context: Capturing,
  items: readonly WithdrawalInput[],
): Promise<RecordEvidencePayload> {
  return withdraw(kind, context, items, { after: (tx, ids) => changeVisits(tx, ids, context.now) });
}

function resolveVisits(checked: Batch<CheckedVisit>, referred: ReferredByVisits): Batch<StoredVisit> {
  return checked.map(({ value }) => {
    const { outside: id, at, completedAt = null, endedAt = null } = value;
    const known = referred.visits.get(id);
    // What is there as a whole is told from this one by its digest.
    const passage = passageOf(value, referred, known?.hash == null ? standing(known) : undefined);
    if (passage instanceof Rejection) return passage;
    const { person, module, revision } = passage;
    const hashAs = (key: string): string => digest([key, module, value.revision ?? null, at]);
    return {
      ...{ id, hash: hashAs(person.key), hashAs, person: person.key },
      nodes: { person: person.node, revision: revision.node },
      ...{ at, completedAt, endedAt },
    };
  });
}

const moments = ['completedAt', 'endedAt'] as const;

/**
 * What is known of each visit with what a batch adds to it, item by item: what comes for the first time is recorded, and
 * of two that differ the first stands. Pure.
 */
export function withWhatIsTold(
  sorted: Sorted<StoredVisit>,
  known: ReadonlyMap<string, Told>,
): { readonly sorted: Sorted<StoredVisit>; readonly told: ReadonlyMap<string, Told> } {
  const statuses = new Map(sorted.statuses);
  const told = new Map<string, Told>();
  const batch = sorted.batch.map(({ index, value }) => {
    const before = told.get(value.id) ?? known.get(value.id) ?? { completedAt: null, endedAt: null };
    const other = moments.find(
      (field) => before[field] !== null && value[field] !== null && before[field] !== value[field],
    );
    if (other !== undefined) {
      statuses.delete(index);
      return new Rejection(
        ItemErrorCode.CONFLICT,
        `${other}: another time was accepted for this visit before, which stays.`,
        [other],
      );
    }
    const after = {
      completedAt: before.completedAt ?? value.completedAt,
      endedAt: before.endedAt ?? value.endedAt,
    };
    if (!isSame(after, before)) statuses.set(index, EvidenceStatus.RECORDED);
    told.set(value.id, after);
    return value;
  });
  return { sorted: { ...sorted, statuses, batch }, told };
}

function isSame(one: Told, other: Told | undefined): boolean {
  return moments.every((field) => one[field] === (other?.[field] ?? null));
}
