import { inGroupsOf, inOrderOf, type BatchRead } from '../access/loaders';
import { sees } from '../access/viewer';
import { formerly, peopleByKey, personOf } from './people.store';
import type { Membership, Person } from './person.type';
import { leads, members, teamOf, teamsByKey } from './team.store';
import type { Team } from './team.type';
import { dateOf } from '../../shared/period';

/** People by internal id, those merged into another by the id that they had too; null where there is none. */
export const personByKey: BatchRead<string, Person | null, null> = async (context, keys) => {
  const [rows, visible] = await Promise.all([peopleByKey(context.database, keys), context.visible()]);
  const found = new Set(rows.map(({ key }) => key));
  const missing = keys.filter((key) => !found.has(key));
  const merged = missing.length === 0 ? [] : await formerly(context.database, missing);
  return inOrderOf(
    keys,
    [...rows.map((row) => ({ ...row, former: row.key })), ...merged],
    ({ former }) => former,
    (row) => personOf(row, sees(visible, row.key)),
    () => null,
  );
};

/** Teams by internal id; null where there is none. */
export const teamByKey: BatchRead<string, Team | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await teamsByKey(context.database, keys),
    ({ key }) => key,
    teamOf,
    () => null,
  );

/** Current members by team. */
export const membersOfTeam: BatchRead<string, Membership[], null> = async (context, keys) => {
  const rows = await members(context.database, keys, context.now, await context.visible());
  return inGroupsOf(
    keys,
    rows,
    ({ team }) => team,
    (row) => ({
      person: personOf(row, true),
      from: dateOf(row.from),
      to: dateOf(row.to),
    }),
  );
};

/** Leads by team: who leads is no secret, what else is held about them is. */
export const leadsOfTeam: BatchRead<string, Person[], null> = async (context, keys) => {
  const [rows, visible] = await Promise.all([leads(context.database, keys), context.visible()]);
  return inGroupsOf(
    keys,
    rows,
    ({ team }) => team,
    (row) => personOf(row, sees(visible, row.key)),
  );
};
