import type { Pooled } from '../../estimators/pooling';
import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationInForce, type Calibration } from '../calibrations/calibration.store';
import { edgeColumns, generalInForce, type EdgeRow, type GeneralRow } from '../states/stored-state';
import { mapInSlices } from '../../shared/slices';
import { current } from '../people/people.list';

/** People who are counted together in a skill, each as all of them are on average: it stays until many of them moved. */
export interface Cohort extends Pooled {
  readonly id: string;
  /** What it says holds from here on, epoch milliseconds: the end of the day of the latest evidence behind it. */
  readonly at: number;
  readonly members: readonly CountedMember[];
}

export interface CountedMember {
  /** Internal id. */
  readonly person: string;
  /** The mean of their ability when they were counted, logits. */
  readonly ability: number;
  /** As in Member of cohorts.ts, of the time when they were counted. */
  readonly circle: string;
}

/** The cohorts of a skill, by internal id. */
export interface CohortsOfSkill {
  readonly skill: string;
  readonly cohorts: readonly Cohort[];
}

interface CohortsRow {
  readonly skill: string;
  readonly cohorts: readonly (readonly [
    id: string,
    at: number,
    mean: number,
    variance: number,
    spread: number,
    members: readonly (readonly [person: string, ability: number, circle: string])[],
  ])[];
}

const COHORTS = statement<CohortsRow>(
  'counting.cohorts',
  `UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   RETURN key AS skill, COLLECT {
     MATCH (skill)-[:HAS_COHORT]->(cohort:Cohort)
     RETURN [cohort.id, cohort.at, cohort.mean, cohort.variance, cohort.spread,
       [(cohort)<-[counted:COUNTED_IN]-(person:Person) | [person.id, counted.ability, counted.circle]]] } AS cohorts`,
);

/** The cohorts of these skills, as they stand. */
export async function cohortsOfSkills(
  queries: Queries,
  skills: readonly string[],
): Promise<CohortsOfSkill[]> {
  const rows = await queries.query(COHORTS, { skills: [...new Set(skills)] });
  return mapInSlices(rows, ({ skill, cohorts }) => ({
    skill,
    cohorts: cohorts.map(([id, at, mean, variance, spread, members]) => ({
      id,
      at,
      mean,
      variance,
      spread,
      members: members.map(([person, ability, circle]) => ({ person, ability, circle })),
    })),
  }));
}

/** Who is known in a skill, as columns, with what decides who is counted with whom. */
export interface KnownRow {
  readonly skill: string;
  readonly calibration: Calibration;
  readonly people: readonly string[];
  readonly general: readonly GeneralRow[];
  readonly edges: readonly EdgeRow[];
  /** Internal ids of the teams that they belong to now. */
  readonly teams: readonly (readonly string[])[];
  readonly leads: readonly boolean[];
}

const KNOWN = statement<KnownRow>(
  'counting.known',
  `${calibrationInForce}
   UNWIND $skills AS key
   MATCH (:Skill {id: key})<-[mastery:HAS_SKILL {slot: slot}]-(person:Person)
   RETURN key AS skill, calibration {.*} AS calibration, collect(person.id) AS people,
     collect(${generalInForce('person')}) AS general,
     collect(${edgeColumns.list('mastery')}) AS edges,
     collect([(person)-[membership:MEMBER_OF]->(team:Team) WHERE ${current('membership')} | team.id]) AS teams,
     collect(EXISTS { (person)-[:LEADS]->(:Team) }) AS leads`,
);

export function knownIn(tx: Queries, skills: readonly string[], now: number): Promise<KnownRow[]> {
  return tx.query(KNOWN, { skills, now });
}

const LOCK = statement(
  'counting.lock',
  `MATCH (installation:Installation {one: 1}) SET installation.lockCohorts = 0`,
);

/** Lets whoever changes cohorts come one after the other. */
export async function lockCohorts(tx: Queries): Promise<void> {
  await tx.query(LOCK);
}

/** A cohort to be written, with all its members. */
export type CohortToWrite = Cohort & { readonly skill: string };

const WRITE = statement(
  'counting.writeCohorts',
  `UNWIND $cohorts AS row
   MATCH (skill:Skill {id: row.skill})
   MERGE (cohort:Cohort {id: row.id})
   SET cohort.at = row.at, cohort.mean = row.mean, cohort.variance = row.variance, cohort.spread = row.spread
   MERGE (skill)-[:HAS_COHORT]->(cohort)
   WITH cohort, row.members AS members
   CALL (cohort, members) {
     MATCH (cohort)<-[former:COUNTED_IN]-(:Person)
     DELETE former
   }
   UNWIND members AS member
   MATCH (person:Person {id: member.person})
   CREATE (person)-[:COUNTED_IN {ability: member.ability, circle: member.circle}]->(cohort)`,
);

const REMOVE = statement(
  'counting.removeCohorts',
  `UNWIND $cohorts AS id
   MATCH (cohort:Cohort {id: id})
   DETACH DELETE cohort`,
);

/** Writes cohorts and takes others away, by id; the people counted must be locked. */
export async function writeCohorts(
  tx: Queries,
  written: readonly CohortToWrite[],
  removed: readonly string[],
): Promise<void> {
  if (removed.length > 0) await tx.query(REMOVE, { cohorts: removed });
  if (written.length > 0) await tx.query(WRITE, { cohorts: written });
}
