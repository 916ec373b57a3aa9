import { inOrderOf, type BatchRead } from '../request/loaders';
import { sees } from '../access/viewer';
import { formerly, peopleByKey, personOf } from './people.store';
import type { Person } from './person.type';
import { broaderOfTeams, teamOf, teamsByKey } from './team.store';
import type { Team } from './team.type';

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

/** The team that each team is directly within; null where it is within none. */
export const broaderTeamOf: BatchRead<string, Team | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await broaderOfTeams(context.database, keys),
    ({ of }) => of,
    teamOf,
    () => null,
  );
