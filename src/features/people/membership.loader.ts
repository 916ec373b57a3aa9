import { lastsAt } from '../../shared/period';
import type { RequestContext } from '../request/context';
import type { BatchRead } from '../request/loaders';
import { membershipsOfPeople } from './membership.store';

/**
 * The team, by internal id, that each of these people belonged to at a moment, epoch milliseconds: of several the one with the
 * smallest id; undefined where to none.
 */
export async function teamsOfPeople(
  { database }: Pick<RequestContext, 'database'>,
  people: Iterable<string>,
): Promise<(person: string, at: number) => string | undefined> {
  const memberships = await membershipsOfPeople(database, [...new Set(people)]);
  return (person, at) => {
    let smallest: string | undefined;
    for (const membership of memberships.get(person) ?? []) {
      const { team } = membership;
      if (lastsAt(membership, at) && (smallest === undefined || team < smallest)) smallest = team;
    }
    return smallest;
  };
}

/** Internal ids of each team and all within it, at any depth. */
export const teamsWithin: BatchRead<string, ReadonlySet<string>, null> = async (context, keys) => {
  const plans = await context.plans();
  return keys.map((key) => new Set(plans.teamsWithin(key)));
};
