import type { Database } from '../../graph/database';
import type { Identity, Reference } from '../../graph/identity';
import { sortNameOf } from '../../graph/model';
import type { Queries } from '../../graph/statement';
import { Batch, invalid, notFound } from '../../shared/items';
import { periodFault } from '../../shared/period';
import {
  membershipCheck,
  personCheck,
  teamCheck,
  type MembershipInput,
  type PersonInput,
  type TeamInput,
} from './people.input';
import { personIdentity } from './people.store';
import { saveLeads, saveMemberships, teamIdentity } from './team.store';

/** What a batch of nouns came to: internal ids by position, and the errors. */
export interface Saved {
  readonly keys: ReadonlyMap<number, string>;
  readonly errors: Batch<unknown>['errors'];
}

export async function savePeople(database: Database, items: readonly PersonInput[]): Promise<Saved> {
  const checked = Batch.check(items, personCheck);
  return database.transaction(async (tx) => {
    const known = await alreadyThere(tx, personIdentity, checked);
    const batch = checked.map(({ value }) => {
      if (value.name === undefined && !known.has(value.outside))
        return invalid('name: is required for a new person');
      known.add(value.outside);
      return value;
    });
    const keys = await personIdentity.save(
      tx,
      batch.good.map(({ value: { outside, ...given } }) => ({
        reference: outside,
        properties: { ...withSortName(given), lock: 0 },
      })),
    );
    return savedOf(batch, keys);
  });
}

export async function saveTeams(database: Database, items: readonly TeamInput[]): Promise<Saved> {
  const checked = Batch.check(items, teamCheck);
  return database.transaction(async (tx) => {
    const known = await alreadyThere(tx, teamIdentity, checked);
    const people = await personIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.leads ?? []),
    );
    const batch = checked.map(({ value }) => {
      if (value.name === undefined && !known.has(value.outside))
        return invalid('name: is required for a new team');
      if (value.leads?.some((lead) => !people.has(lead))) return notFound('leads: one of the people');
      known.add(value.outside);
      return value;
    });
    const keys = await teamIdentity.save(
      tx,
      batch.good.map(({ value: { outside, leads: _, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
    );
    const leads = new Map(
      batch.good.flatMap(({ value: { leads: given } }, position) =>
        given === undefined ? [] : [[keys[position] ?? '', given.flatMap((lead) => people.get(lead) ?? [])]],
      ),
    );
    await saveLeads(
      tx,
      [...leads].map(([team, keysOfLeads]) => ({ team, people: keysOfLeads })),
    );
    return savedOf(batch, keys);
  });
}

export async function saveTeamMemberships(
  database: Database,
  items: readonly MembershipInput[],
): Promise<{ done: number; errors: Batch<unknown>['errors'] }> {
  const checked = Batch.check(items, membershipCheck);
  return database.transaction(async (tx) => {
    const people = await personIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.person),
    );
    const teams = await teamIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.team),
    );
    const batch = checked.map(({ value: { person, team, from = null, to = null } }) => {
      const [personKey, teamKey] = [people.get(person), teams.get(team)];
      if (personKey === undefined) return notFound('person');
      if (teamKey === undefined) return notFound('team');
      return periodFault(from, to) ?? { person: personKey, team: teamKey, from, to };
    });
    await saveMemberships(
      tx,
      batch.good.map(({ value }) => value),
    );
    return { done: batch.good.length, errors: batch.errors };
  });
}

/** Outside ids of the batch that are there before it: who checks its items adds those that they create. */
export async function alreadyThere(
  tx: Queries,
  identity: Identity,
  batch: Batch<{ outside: Reference }>,
): Promise<Set<Reference>> {
  const stored = await identity.resolve(
    tx,
    batch.good.map(({ value }) => value.outside),
  );
  return new Set(stored.keys());
}

/** A name brings the form that lists are ordered by. */
export function withSortName<Given extends { name?: string | undefined }>(
  given: Given,
): Given & { sortName?: string } {
  return given.name === undefined ? given : { ...given, sortName: sortNameOf(given.name) };
}

/** Internal ids as saved, by position in the input. */
export function savedOf(batch: Batch<unknown>, keys: readonly string[]): Saved {
  return {
    keys: new Map(batch.good.map(({ index }, position) => [index, keys[position] ?? ''])),
    errors: batch.errors,
  };
}
