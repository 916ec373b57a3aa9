import type { ModelParameters } from '../../estimators/types';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { fates, savingOf, type Fate } from '../../graph/nouns/relation';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { sayReadOtherwise } from '../questions/question-version.store';

/** Why a statement may look at all of them: there is one for each time that somebody calibrated. */
export const calibrationsAreFew = 'There is one calibration for each time that somebody calibrated.';

/** A numbered calibration. What it says of people, questions and claims never changes; what it did not speak of is added. */
export interface Calibration extends ModelParameters {
  readonly number: number;
  /** Which of the two places for a state holds the states built with it. */
  readonly slot: 0 | 1;
  /** Whether levels are read from it; false for one whose states are being built. */
  readonly current: boolean;
  /** Variance of a question's difficulty around what is usual for its skills, squared logits. */
  readonly questionVariance: number;
  /** What is added to it while a problem of the question is open. */
  readonly doubtVariance: number;
  /** What a claim of each kind leaves open about the ability it names, squared logits. */
  readonly selfClaimVariance: number;
  readonly peerClaimVariance: number;
  readonly leadClaimVariance: number;
  readonly credentialClaimVariance: number;
  /** How often questions came to be read otherwise while it was in use: whoever keeps what was read of them looks again. */
  readonly readingsChanged?: number;
}

/**
 * Cypher: the `calibration` that levels are read from, and its `slot`. While a switch is being committed the former one
 * is marked too: the later number counts. Whoever reads states by them reads all of one moment.
 */
export const calibrationInForce = `MATCH (calibration:Calibration {current: true})
   WITH calibration, calibration.slot AS slot ORDER BY calibration.number DESC LIMIT 1`;

/** Cypher: the stated difficulty of a skill's reference question, logits; null where the calibration states none. */
export function statedReference(skill: string, calibration = 'calibration'): string {
  return `head([(${skill})<-[reference:SETS]-(${calibration}) | reference.difficulty])`;
}

/** Cypher: the difficulty of a skill's reference question, logits. */
export function referenceOf(skill: string): string {
  return `coalesce(${statedReference(skill)}, 0.0)`;
}

const CURRENT_CALIBRATION = statement<{ calibration: Calibration }>(
  'calibration.current',
  `${calibrationInForce}
   RETURN calibration {.*} AS calibration`,
);

/** The calibration that levels are read from. */
export async function currentCalibration(queries: Queries): Promise<Calibration> {
  const [row] = await queries.query(CURRENT_CALIBRATION);
  if (!row) throw new Error('No calibration is current: the migrations have not run.');
  return row.calibration;
}

/** Cypher: the `calibrations` that writers keep states for, looked at after the column that it is given, which is not null. */
export function calibrationsUsed(after: string): string {
  return `CALL (${after}) {
     WITH ${after} WHERE ${after} IS NOT NULL
     MATCH (calibration:Calibration) WHERE calibration.slot IN [0, 1]
     WITH calibration ORDER BY calibration.number
     RETURN collect(calibration {.*}) AS calibrations
   }`;
}

const CALIBRATIONS_IN_USE = statement<{ calibration: Calibration }>(
  'calibration.inUse',
  `MATCH (calibration:Calibration) WHERE calibration.slot IN [0, 1]
   RETURN calibration {.*} AS calibration ORDER BY calibration.number`,
  calibrationsAreFew,
);

/**
 * The calibrations that writers keep states for: the current one, and the next while its states are being built. To
 * be read after the people concerned are locked: whoever builds the next states locks them too.
 */
export async function calibrationsInUse(tx: Queries): Promise<Calibration[]> {
  return withCurrent((await tx.query(CALIBRATIONS_IN_USE)).map(({ calibration }) => calibration));
}

/** Those found; throws where none of them is current. */
export function withCurrent(calibrations: Calibration[]): Calibration[] {
  if (!calibrations.some(({ current }) => current))
    throw new Error('No calibration is current: the migrations have not run.');
  return calibrations;
}

const LOCK_CALIBRATIONS = statement(
  'calibration.lockAll',
  `MATCH (calibration:Calibration) WHERE calibration.current OR calibration.making
   SET calibration.lock = 0`,
  calibrationsAreFew,
);

/** Lets whoever states difficulties, copies them or switches come one after the other. */
export async function lockCalibrations(tx: Queries): Promise<void> {
  await tx.query(LOCK_CALIBRATIONS);
}

/**
 * Cypher: the `calibrations` with $numbers. Evidence is read with those that were found in use once, and not with those
 * that are by now: another may have been switched to meanwhile.
 */
export const calibrationsNamed = `MATCH (calibration:Calibration) WHERE calibration.number IN $numbers
   WITH collect(calibration) AS calibrations`;

/** The value of $numbers. */
export function numbersOf(calibrations: readonly Calibration[]): number[] {
  return calibrations.map(({ number }) => number);
}

export interface Difficulty {
  readonly key: string;
  readonly difficulty: number;
}

const VERSIONS_IN_USE = statement<Difficulty>(
  'calibration.versionsInUse',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $items AS item
   MATCH (version:QuestionVersion {id: item.key})
   OPTIONAL MATCH (version)<-[own:SETS]-(calibration)
   WITH item, version, own WHERE (own IS NULL OR own.difficulty <> item.difficulty) AND EXISTS { (version)<-[:TO]-(:Answer) }
   RETURN item.key AS key, item.difficulty AS difficulty`,
);

const SKILLS_IN_USE = statement<Difficulty>(
  'calibration.skillsInUse',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $items AS item
   MATCH (skill:Skill {id: item.key})
   OPTIONAL MATCH (skill)<-[own:SETS]-(calibration)
   WITH item, skill, own WHERE (own IS NULL OR own.difficulty <> item.difficulty)
     AND (EXISTS { (skill)<-[:HAS_SKILL]-(:Person) } OR EXISTS { (skill)<-[:CLAIMS]-(:Claim) }
       OR EXISTS { (skill)<-[:ASSESSES]-(:QuestionVersion)<-[:TO]-(:Answer) } OR EXISTS { (skill)<-[:READ_AS]-() })
   RETURN item.key AS key, item.difficulty AS difficulty`,
);

/** Which of these would change a difficulty that evidence was already read with. */
export async function difficultiesInUse(
  tx: Queries,
  versions: readonly Difficulty[],
  skills: readonly Difficulty[],
): Promise<Difficulty[]> {
  return [
    ...(versions.length > 0 ? await tx.query(VERSIONS_IN_USE, { items: versions }) : []),
    ...(skills.length > 0 ? await tx.query(SKILLS_IN_USE, { items: skills }) : []),
  ];
}

const setVersionDifficulties = savingOf('calibration.setVersions', 'own', {
  merge: `MATCH (calibration:Calibration {current: true})
     MATCH (version:QuestionVersion {id: item.key})
     MERGE (calibration)-[own:SETS]->(version)`,
  set: 'own.difficulty = item.difficulty, own.variance = 0.0, own.discrimination = 1.0',
});

const setSkillDifficulties = savingOf('calibration.setSkills', 'own', {
  merge: `MATCH (calibration:Calibration {current: true})
     MATCH (skill:Skill {id: item.key})
     MERGE (calibration)-[own:SETS]->(skill)`,
  set: 'own.difficulty = item.difficulty',
});

const ALSO_IN_NEXT = statement(
  'calibration.alsoInNext',
  `MATCH (next:Calibration) WHERE next.making
   MATCH (from:Calibration {number: next.madeFrom})
   CALL (from) {
     UNWIND $versions AS key
     MATCH (node:QuestionVersion {id: key})<-[own:SETS]-(from)
     RETURN node, own
     UNION ALL
     UNWIND $skills AS key
     MATCH (node:Skill {id: key})<-[own:SETS]-(from)
     RETURN node, own
   }
   MERGE (next)-[copy:SETS]->(node)
   SET copy = properties(own)`,
  calibrationsAreFew,
);

const fatesByKey = (stated: readonly Difficulty[], found: readonly Fate[]): [string, Fate][] =>
  stated.map(({ key }, place) => [key, found[place] ?? fates.UNCHANGED]);

const keysOf = (stated: readonly Difficulty[]): string[] => stated.map(({ key }) => key);

/** Also in a calibration being built, which does not know them. Gives what became of each, by what it is of. */
export async function setDifficulties(
  tx: Queries,
  versions: readonly Difficulty[],
  skills: readonly Difficulty[],
): Promise<Map<string, Fate>> {
  const ofVersions = await setVersionDifficulties(tx, versions);
  const ofSkills = await setSkillDifficulties(tx, skills);
  await tx.query(ALSO_IN_NEXT, { versions: keysOf(versions), skills: keysOf(skills) });
  const changedOf = (stated: readonly Difficulty[], found: readonly Fate[]): string[] =>
    keysOf(stated.filter((_, place) => found[place] !== fates.UNCHANGED));
  await sayReadOtherwise(tx, changedOf(versions, ofVersions));
  tx.changed('catalogue', changedOf(skills, ofSkills));
  return new Map([...fatesByKey(versions, ofVersions), ...fatesByKey(skills, ofSkills)]);
}

/** A skill as claims on it are read. */
export interface SkillReading {
  readonly node: Handle;
  /** Difficulty of its reference question, logits, by number of each calibration asked for that states it. */
  readonly references: ReadonlyMap<number, number>;
  /** What a calibration whose states are being built reads in its place, by number. */
  readonly others: ReadonlyMap<number, OtherSkill>;
}

/** Difficulty of a skill's reference question as a calibration has it, logits. */
export function referenceWith(
  reading: SkillReading | undefined,
  { number }: Pick<Calibration, 'number'>,
): number {
  return reading?.references.get(number) ?? 0;
}

interface OtherSkill {
  /** Internal id. */
  readonly skill: string;
  readonly node: Handle;
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
}

interface OtherSkillRow extends Omit<OtherSkill, 'reference'> {
  readonly calibration: number;
  readonly reference: number | null;
}

const otherSkill = new Columns<OtherSkillRow>({
  calibration: 'read.calibration',
  skill: 'other.id',
  node: 'id(other)',
  reference: statedReference('other', ':Calibration {number: read.calibration}'),
});

interface SkillRow {
  readonly key: string;
  readonly node: Handle;
  readonly references: readonly (readonly [calibration: number, difficulty: number])[];
  readonly others: readonly ColumnRow<OtherSkillRow>[];
}

const READ_SKILLS = statement<SkillRow>(
  'calibration.readSkills',
  `${calibrationsNamed}
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   RETURN key, id(skill) AS node, [(skill)<-[reference:SETS]-(calibration) WHERE calibration IN calibrations |
     [calibration.number, reference.difficulty]] AS references,
     [(skill)-[read:READ_AS]->(other:Skill) | ${otherSkill.list()}] AS others`,
);

/** Skills as claims on them are read with some calibrations, by internal id. */
export async function readingsOfSkills(
  queries: Queries,
  skills: Iterable<string>,
  calibrations: readonly Calibration[],
): Promise<Map<string, SkillReading>> {
  const distinct = [...new Set(skills)];
  const rows = await queries.query(READ_SKILLS, { skills: distinct, numbers: numbersOf(calibrations) });
  return new Map(
    rows.map(({ key, node, references, others }) => [
      key,
      {
        node,
        references: new Map(references),
        others: new Map(
          others.map((row) => {
            const { calibration, skill, node: other, reference } = otherSkill.fieldsOf(row);
            return [calibration, { skill, node: other, reference: reference ?? 0 }];
          }),
        ),
      },
    ]),
  );
}
