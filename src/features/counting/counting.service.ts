import { pooled } from '../../estimators/pooling';
import type { Database } from '../../graph/driver/database';
import { expectAll } from '../../graph/driver/errors';
import type { Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import { mapInSlices, takeTurns } from '../../shared/slices';
import { abilityAt, latestBehind, type EdgeRow, type GeneralRow } from '../states/stored-state';
import type { States } from '../request/states';
import { lockPeople } from '../people/people.store';
import {
  cohortsOfSkills,
  knownIn,
  lockCohorts,
  writeCohorts,
  type Cohort,
  type CohortToWrite,
  type CohortsOfSkill,
  type KnownRow,
} from './cohort.store';
import { cohortsOf, mayBeRenewed } from './cohorts';
import { smallestGroup } from '../disclosure/disclosure';

/** So many people known in skills are counted in one transaction at most, where a skill has not more by itself. */
const peopleAtOnce = 20_000;
/** Below this two abilities are one: what moved somebody moved them further. */
const rounding = 1e-9;
const millisecondsPerDay = 86_400_000;

/** The cohorts of a skill, and who is known in it now. */
interface CountedSkill extends CohortsOfSkill {
  /** The mean of the ability of everybody who is known, logits, by internal id. */
  readonly abilities: ReadonlyMap<string, number>;
}

/** The cohorts of skills as figures are made of them: what is due is done first, once for whoever asks. */
export async function countedSkills(
  database: Database,
  states: States,
  skills: readonly string[],
  now: number,
): Promise<CohortsOfSkill[]> {
  const stand = await cohortsOfSkills(database, skills);
  const counted = await mapInSlices(stand, (one) => ({ ...one, abilities: meansOf(states, one.skill) }));
  const dueOnes = await mapInSlices(counted, (skill) => (isDue(changesOf(skill)) ? [skill] : []));
  const due = dueOnes.flat();
  if (due.length === 0) return counted;
  for (const some of parts(due)) await database.transaction((tx) => count(tx, some, now));
  return cohortsOfSkills(database, skills);
}

/** The mean of the ability of everybody who is known in a skill: the same on every date. */
function meansOf(states: States, skill: string): Map<string, number> {
  const means = new Map<string, number>();
  const walk = states.walk([skill], 0);
  while (walk.next()) means.set(states.keyAt(walk.place), walk.ability(0).mean);
  return means;
}

/** What a skill's cohorts have to become. */
interface Changes {
  /** Those whose people moved, or are not known any more, in such numbers that they may be computed again. */
  readonly renewed: readonly Cohort[];
  /** Those that have fewer than five people left: they wait to be counted again. */
  readonly removed: readonly Cohort[];
  readonly waiting: readonly string[];
}

function changesOf({ cohorts, abilities }: CountedSkill): Changes {
  const removed = cohorts.filter(({ members }) => members.length < smallestGroup);
  const kept = cohorts.filter(({ members }) => members.length >= smallestGroup);
  const counted = new Set(kept.flatMap(({ members }) => members.map(({ person }) => person)));
  return {
    renewed: kept.filter(
      ({ members }) =>
        members.filter(({ person }) => abilities.has(person)).length >= smallestGroup &&
        mayBeRenewed(
          members.map(({ person, ability, circle }) => ({
            circle,
            moved: !(Math.abs((abilities.get(person) ?? NaN) - ability) <= rounding),
          })),
        ),
    ),
    removed,
    waiting: [...abilities.keys()].filter((person) => !counted.has(person)),
  };
}

function isDue({ renewed, removed, waiting }: Changes): boolean {
  return renewed.length > 0 || removed.length > 0 || waiting.length >= smallestGroup;
}

function* parts(due: readonly CountedSkill[]): Iterable<string[]> {
  let some: string[] = [];
  let people = 0;
  for (const { skill, abilities } of due) {
    if (people + abilities.size > peopleAtOnce && some.length > 0) {
      yield some;
      [some, people] = [[], 0];
    }
    some.push(skill);
    people += abilities.size;
  }
  yield some;
}

/** Does what is due by the time that nobody else does; nothing where it was done meanwhile. */
async function count(tx: Queries, skills: readonly string[], now: number): Promise<void> {
  await lockCohorts(tx);
  const stand = await cohortsOfSkills(tx, skills);
  const rows = new Map((await knownIn(tx, skills, now)).map((row) => [row.skill, row]));
  const written: CohortToWrite[] = [];
  const removed: string[] = [];
  for (const one of stand) {
    await takeTurns();
    const row = rows.get(one.skill);
    const known = row && new KnownPeople(row);
    const changes = changesOf({ ...one, abilities: known?.means() ?? new Map<string, number>() });
    removed.push(...changes.removed.map(({ id }) => id));
    if (known && isDue(changes)) written.push(...known.cohortsAfter(changes));
  }
  const people = new Set(written.flatMap(({ members }) => members.map(({ person }) => person)));
  expectAll((await lockPeople(tx, people)).length, people.size);
  await writeCohorts(tx, written, removed);
}

interface KnownPerson {
  readonly general: GeneralRow;
  readonly edge: EdgeRow;
  /** In order. */
  readonly teams: readonly string[];
  readonly leads: boolean;
}

/** Who is known in one skill. */
class KnownPeople {
  private readonly people = new Map<string, KnownPerson>();

  constructor(private readonly row: KnownRow) {
    row.people.forEach((person, place) => {
      const [general, edge, teams] = [row.general[place], row.edges[place], row.teams[place]];
      if (general && edge && teams)
        this.people.set(person, {
          general,
          edge,
          teams: [...teams].sort(),
          leads: row.leads[place] === true,
        });
    });
  }

  /** The mean of everybody's ability, logits, by internal id. */
  means(): Map<string, number> {
    const { calibration } = this.row;
    return new Map(
      [...this.people].map(([person, { general, edge }]) => [
        person,
        abilityAt(general, edge, 0, calibration).mean,
      ]),
    );
  }

  cohortsAfter({ renewed, waiting }: Changes): CohortToWrite[] {
    const toCount = waiting.flatMap((person) => {
      const known = this.people.get(person);
      return known ? [{ person, teams: known.teams }] : [];
    });
    return [
      ...renewed.map(({ id, members }) => ({ id, people: members })),
      ...(toCount.length < smallestGroup
        ? []
        : cohortsOf(toCount).map((people) => ({ id: newKey(), people }))),
    ].flatMap(({ id, people }) =>
      this.cohort(
        id,
        people.map(({ person }) => person),
      ),
    );
  }

  /** What these people are together, without those who are not known any more; none where they are too few. */
  private cohort(id: string, people: readonly string[]): CohortToWrite[] {
    const { calibration, skill } = this.row;
    const known = [...people].sort().flatMap((person) => {
      const one = this.people.get(person);
      return one ? [{ person, ...one }] : [];
    });
    if (known.length < smallestGroup) return [];
    const latest = Math.max(...known.map(({ general, edge }) => latestBehind(general, edge)));
    const at = (Math.floor(latest / millisecondsPerDay) + 1) * millisecondsPerDay;
    const abilities = known.map(({ general, edge }) => abilityAt(general, edge, at, calibration));
    const members = known.map(({ person, teams, leads }, place) => ({
      person,
      ability: abilities[place]?.mean ?? NaN,
      // Leads see themselves besides those whom they lead.
      circle: leads ? person : teams.join(' '),
    }));
    return [{ id, skill, at, ...pooled(abilities), members }];
  }
}
