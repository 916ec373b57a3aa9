import { statement } from '../../graph/driver/statement';
import { globalId, externalKey, externalNameOf } from '../../shared/ids';
import { current } from '../people/people.list';
import type { RequestContext } from '../request/context';

/** So many people are read in one statement. */
const page = 1_000;

interface PersonRow {
  key: string;
  name: string;
  email: string | null;
  timeZone: string | null;
  createdAt: number;
  updatedAt: number;
  activeUntil: number | null;
  archivedAt: number | null;
  /** What the external system calls them, as it is kept. */
  outside: string[];
  /** Names of the teams that they are in now. */
  teams: string[];
}

const columns = `person.name AS name, person.email AS email, person.timeZone AS timeZone,
          person.createdAt AS createdAt, person.updatedAt AS updatedAt, person.activeUntil AS activeUntil,
          person.archivedAt AS archivedAt,
          COLLECT { MATCH (person)<-[:IDENTIFIES]-(called:OutsideId) WHERE called.key STARTS WITH $prefix
                    RETURN called.key ORDER BY called.key } AS outside,
          COLLECT { MATCH (person)-[membership:MEMBER_OF]->(team:Team) WHERE ${current('membership')}
                    WITH DISTINCT team ORDER BY team.sortName, team.id RETURN team.name } AS teams`;

const CURRENT = statement<PersonRow>(
  'exports.currentPeople',
  `MATCH (person:Person) WHERE person.id > $after
     AND person.archivedAt IS NULL AND coalesce(person.activeUntil > $now, true)
   WITH person ORDER BY person.id LIMIT toInteger($limit)
   RETURN person.id AS key, ${columns}`,
);

type NamedRow = (
  | PersonRow
  | (Record<Exclude<keyof PersonRow, 'key' | 'outside' | 'teams'>, null> &
      Pick<PersonRow, 'key' | 'outside' | 'teams'>)
) & {
  goneAt: number | null;
  mergedInto: string | null;
};

const NAMED = statement<NamedRow>(
  'exports.peopleNamed',
  `UNWIND $keys AS key
   OPTIONAL MATCH (person:Person {id: key})
   OPTIONAL MATCH (tombstone:Tombstone {id: key}) WHERE tombstone.type = 'Person'
   RETURN key, ${columns}, tombstone.at AS goneAt, tombstone.mergedInto AS mergedInto`,
);

const LEFT_SINCE = statement<{ keys: string[] }>(
  'exports.leftSince',
  `MATCH (person:Person)
   WHERE person.activeUntil > $since AND person.activeUntil <= $now
   RETURN collect(person.id) AS keys`,
  'Whoever leaves does so at a moment that was set before: nothing changes then.',
);

/** Internal ids of those whose last day came after a moment, epoch milliseconds. */
export async function leftSince({ database, now }: RequestContext, since: number): Promise<string[]> {
  const [row] = await database.query(LEFT_SINCE, { since, now });
  return row?.keys ?? [];
}

/** Whether somebody is still there; where not, a copy takes them out. */
export type Standing = 'current' | 'left' | 'archived' | 'merged' | 'deleted';

/** Somebody as an export has them. */
export interface ExportedPerson {
  /** Internal id. */
  readonly key: string;
  readonly standing: Standing;
  /** Global id of the person whom they were merged into. */
  readonly mergedInto: string | null;
  /** When they went, epoch milliseconds; null for whoever is there. */
  readonly goneAt: number | null;
  readonly name: string | null;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly timeZone: string | null;
  readonly teams: string;
  readonly activeUntil: number | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
}

function parametersOf({ now }: RequestContext, source: string | undefined) {
  return { now, prefix: source === undefined ? null : externalKey('Person', source, '') };
}

/** Everybody who is there, in the order of their ids, which says nothing of them: some at a time, each once. */
export async function* currentPeople(
  context: RequestContext,
  source: string | undefined,
): AsyncGenerator<ExportedPerson[]> {
  const parameters = { ...parametersOf(context, source), limit: page };
  let after = '';
  for (;;) {
    const rows = await context.database.query(CURRENT, { ...parameters, after });
    if (rows.length > 0) yield rows.map((row) => personOf(row, 'current'));
    if (rows.length < page) return;
    after = rows.at(-1)?.key ?? '';
  }
}

/** These people by internal id, whoever is gone with what became of them: some at a time. */
export async function* peopleNamed(
  context: RequestContext,
  source: string | undefined,
  keys: Iterable<string>,
): AsyncGenerator<ExportedPerson[]> {
  const ordered = [...keys].sort();
  const parameters = parametersOf(context, source);
  for (let from = 0; from < ordered.length; from += page) {
    const rows = await context.database.query(NAMED, {
      ...parameters,
      keys: ordered.slice(from, from + page),
    });
    yield rows.flatMap((row) => namedPerson(row, context.now)).sort(byKey);
  }
}

function byKey({ key: one }: ExportedPerson, { key: other }: ExportedPerson): number {
  return one < other ? -1 : 1;
}

function namedPerson(row: NamedRow, now: number): ExportedPerson[] {
  const { goneAt, mergedInto } = row;
  if (row.name === null) {
    if (goneAt === null) return [];
    const standing = mergedInto === null ? 'deleted' : 'merged';
    return [{ ...personOf(row, standing), goneAt, mergedInto: mergedInto && globalId('Person', mergedInto) }];
  }
  const { archivedAt, activeUntil } = row;
  if (archivedAt !== null) return [{ ...personOf(row, 'archived'), goneAt: archivedAt }];
  if (activeUntil !== null && activeUntil <= now) return [{ ...personOf(row, 'left'), goneAt: activeUntil }];
  return [personOf(row, 'current')];
}

function personOf(
  { archivedAt: _, outside, teams, ...row }: Omit<NamedRow, 'goneAt' | 'mergedInto'>,
  standing: Standing,
): ExportedPerson {
  return {
    ...row,
    standing,
    ...{ mergedInto: null, goneAt: null },
    externalId: outside.length === 0 ? null : outside.map((key) => externalNameOf(key).value).join('; '),
    teams: teams.join('; '),
  };
}
