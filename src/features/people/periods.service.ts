import type { Identity, Reference } from '../../graph/nouns/identity';
import type { Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { Batch, notFound } from '../../shared/items';
import { periodFault } from '../../shared/period';
import type { SavedRelationships } from '../nouns/saved.type';
import { savedRelationships, writeRelationships } from '../nouns/saving-relationships';
import type { RequestContext } from '../request/context';
import { removeAvailability, saveAvailability, type AvailabilityToSave } from './availability.store';
import {
  availabilityCheck,
  membershipCheck,
  type AvailabilityInput,
  type MembershipInput,
} from './people.input';
import { personIdentity } from './people.store';
import { removeMemberships, saveMemberships, teamIdentity, type MembershipToSave } from './team.store';

interface PeriodItem {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly remove?: boolean | null | undefined;
}

/** How dated relationships of a batch are looked up, saved and removed. */
export interface PeriodDoor<Value, Row extends { readonly from: number | null }> {
  /** The ends of a relationship: how inputs name each, and where it is looked up. */
  readonly ends: readonly { name: string; identity: Identity; of: (value: Value) => Reference }[];
  /** What is stored, given the internal ids of the ends in their order. */
  readonly rowOf: (
    value: Value,
    ends: readonly string[],
    period: { from: number | null; to: number | null },
  ) => Row;
  /** Both return what became of each. */
  readonly save: (tx: Queries, rows: readonly Row[], now: number) => Promise<Fate[]>;
  readonly remove: (tx: Queries, rows: readonly Row[], now: number) => Promise<Fate[]>;
}

type Given = Pick<RequestContext, 'database' | 'now'>;

/**
 * Saves dated relationships, each identified by its ends and by when it begins. Of items that name the same one the last
 * counts, whether it states it or takes it away.
 */
export async function savePeriods<Value extends PeriodItem, Row extends { readonly from: number | null }>(
  { database, now }: Given,
  checked: Batch<Value>,
  { ends, rowOf, save, remove }: PeriodDoor<Value, Row>,
): Promise<SavedRelationships<Row>> {
  return database.transaction(async (tx) => {
    const found: ReadonlyMap<Reference, string>[] = [];
    for (const { identity, of } of ends) {
      found.push(
        await identity.resolve(
          tx,
          checked.good.map(({ value }) => of(value)),
        ),
      );
    }
    const batch = checked.map(({ value }) => {
      const { from = null, to = null } = value;
      const keys: string[] = [];
      for (const [position, { name, of }] of ends.entries()) {
        const key = found[position]?.get(of(value));
        if (key === undefined) return notFound(name);
        keys.push(key);
      }
      const gone = value.remove === true;
      const fault = gone ? undefined : periodFault(from, to);
      return fault ?? { row: rowOf(value, keys, { from, to }), name: JSON.stringify([keys, from]), gone };
    });
    const last = new Map(batch.good.map(({ value }) => [value.name, value]));
    const rowIn = ({ row }: { readonly row: Row }): Row => row;
    const became = await writeRelationships(last, {
      isGone: ({ gone }) => gone,
      remove: (some) => remove(tx, some.map(rowIn), now),
      save: (some) => save(tx, some.map(rowIn), now),
    });
    const named = batch.good.flatMap(({ index, value }) => {
      const counts = last.get(value.name) ?? value;
      return counts.gone ? [] : [[index, counts.row] as const];
    });
    return savedRelationships(batch, became, ({ name }) => name, new Map(named));
  });
}

export function saveTeamMemberships(
  given: Given,
  items: readonly MembershipInput[],
): Promise<SavedRelationships<MembershipToSave>> {
  return savePeriods(given, Batch.check(items, membershipCheck), {
    ends: [
      { name: 'person', identity: personIdentity, of: ({ person }) => person },
      { name: 'team', identity: teamIdentity, of: ({ team }) => team },
    ],
    rowOf: (_, [person = '', team = ''], period) => ({ person, team, ...period }),
    save: saveMemberships,
    remove: removeMemberships,
  });
}

export function savePeriodsOfAvailability(
  given: Given,
  items: readonly AvailabilityInput[],
): Promise<SavedRelationships<AvailabilityToSave>> {
  return savePeriods(given, Batch.check(items, availabilityCheck), {
    ends: [{ name: 'person', identity: personIdentity, of: ({ person }) => person }],
    rowOf: ({ share }, [person = ''], period) => ({ person, share: share ?? 1, ...period }),
    save: saveAvailability,
    remove: removeAvailability,
  });
}
