import { inOrderOf, type BatchRead } from '../access/loaders';
import { sees } from '../access/viewer';
import { peopleByKey, personOf } from './people.store';
import type { Person } from './person.type';
import { broaderOfTeams, teamOf, teamsByKey } from './team.store';
import type { Team } from './team.type';

/** People by internal id; null where there is none. */
export const personByKey: BatchRead<string, Person | null, null> = async (context, keys) => {
  const [rows, visible] = await Promise.all([peopleByKey(context.database, keys), context.visible()]);
  return inOrderOf(
    keys,
    rows,
    ({ key }) => key,
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
