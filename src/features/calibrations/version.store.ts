import type { QuestionParameters } from '../../estimators/types';
import { byKind, type Reference } from '../../graph/nouns/identity';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { calibrationsNamed, numbersOf, type Calibration } from './calibration.store';
import type { ReferredVersion } from '../evidence/evidence.service';

/** What one calibration says of a question version. */
export interface VersionReading extends QuestionParameters {
  /** Where a calibration whose states are being made reads it with other skills than it assesses; in id order. */
  readonly skills?: readonly string[];
}

/** What the model needs to know of a question version. */
export interface VersionParameters {
  readonly version: string;
  /** Internal ids, in id order: the order of a sum decides its last bits. */
  readonly skills: readonly string[];
  /** The nodes of all skills that it is read with. */
  readonly skillNodes: readonly Handle[];
  /** What each calibration asked for says of the question, by its number. */
  readonly questions: ReadonlyMap<number, VersionReading>;
}

/** What calibrations say of something. */
type Stated = readonly (readonly [calibration: number, difficulty: number, ...rest: (number | null)[]])[];

type SkillColumns = readonly [skill: string, node: Handle, usual: Stated];

interface VersionRow {
  readonly version: string;
  /** The calibrations asked for, each with the variance of difficulties around what is usual. */
  readonly calibrations: readonly (readonly [calibration: number, variance: number])[];
  readonly own: Stated;
  readonly skills: readonly SkillColumns[];
  /** What a calibration whose states are being made reads in the place of a skill; empty where none is. */
  readonly readAs: readonly (readonly [calibration: number, former: string, ...SkillColumns])[];
}

/** SkillColumns, given `skill` and `calibrations`. */
const skillColumns = `skill.id, id(skill), [(skill)<-[usual:SETS]-(calibration) WHERE calibration IN calibrations |
     [calibration.number, coalesce(usual.usual, usual.difficulty)]]`;

/** Columns of a VersionRow, given `version` and `calibrations`. */
const versionColumns = `version.id AS version,
   [calibration IN calibrations | [calibration.number, calibration.questionVariance]] AS calibrations,
   [(version)<-[own:SETS]-(calibration) WHERE calibration IN calibrations |
    [calibration.number, own.difficulty, own.variance, own.discrimination]] AS own,
   [(version)-[:ASSESSES]->(skill:Skill) | [${skillColumns}]] AS skills,
   CASE WHEN none(calibration IN calibrations WHERE calibration.making) THEN [] ELSE
     [(version)-[:ASSESSES]->(former:Skill)-[read:READ_AS]->(skill:Skill) |
      [read.calibration, former.id, ${skillColumns}]]
     + [(version)<-[:HAS_VERSION]-(:Question)-[read:READ_AS]->(skill:Skill) |
      [read.calibration, read.skill, ${skillColumns}]] END AS readAs`;

const VERSION_PARAMETERS = statement<VersionRow>(
  'versions.parameters',
  `${calibrationsNamed}
   UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN ${versionColumns}`,
);

/** As these calibrations say, past ones too. */
export async function versionParameters(
  queries: Queries,
  versions: Iterable<string>,
  calibrations: readonly Calibration[],
): Promise<Map<string, VersionParameters>> {
  const distinct = [...new Set(versions)];
  if (distinct.length === 0) return new Map();
  const rows = await queries.query(VERSION_PARAMETERS, {
    versions: distinct,
    numbers: numbersOf(calibrations),
  });
  return new Map(rows.map((row) => [row.version, parametersOf(row)]));
}

const CURRENT_VERSIONS = statement<VersionRow & { question: string; former: string[] }>(
  'versions.currentOnSkill',
  `${calibrationsNamed}
   MATCH (:Skill {id: $skill})<-[:ASSESSES]-(version:QuestionVersion)<-[:CURRENT]-(question:Question)
   WHERE question.archivedAt IS NULL
   RETURN question.id AS question, [(question)-[:HAS_VERSION]->(one) | one.id] AS former, ${versionColumns}`,
);

/** A question that can be asked now, in its current version. */
export interface AskableVersion extends VersionParameters {
  /** Internal id. */
  readonly question: string;
  /** Internal ids of all versions, this one among them. */
  readonly allVersions: readonly string[];
}

/** Every question in use that assesses a skill, as one calibration reads it. */
export async function versionsToAsk(
  queries: Queries,
  skill: string,
  calibration: Calibration,
): Promise<AskableVersion[]> {
  const rows = await queries.query(CURRENT_VERSIONS, { skill, numbers: numbersOf([calibration]) });
  return rows.map(({ question, former, ...row }) => ({
    question,
    allVersions: former,
    ...parametersOf(row),
  }));
}

function parametersOf(row: VersionRow): VersionParameters {
  const { version, calibrations, own, readAs } = row;
  const skills = inOrder(row.skills);
  if (skills.length === 0) throw new Error(`Question version ${version} assesses no skill.`);
  return {
    version,
    skills: keysOf(skills),
    skillNodes: [...skills, ...readAs.map(([, , ...skill]) => skill)].map(([, node]) => node),
    questions: new Map(
      calibrations.map(([number, questionVariance]) => {
        const others = skillsRead(number, row);
        const question = fitted(number, own) ?? unfitted(number, questionVariance, others ?? skills);
        return [number, others ? { ...question, skills: keysOf(others) } : question];
      }),
    ),
  };
}

/** The skills that a calibration reads a version with, each once; undefined where they are those it assesses. */
function skillsRead(number: number, { skills, readAs }: VersionRow): SkillColumns[] | undefined {
  const others = new Map(
    readAs.flatMap(([calibration, former, ...skill]) => (calibration === number ? [[former, skill]] : [])),
  );
  if (others.size === 0) return undefined;
  const read = skills.map((skill) => others.get(skill[0]) ?? skill);
  return inOrder(new Map(read.map((skill) => [skill[0], skill])).values());
}

function inOrder(skills: Iterable<SkillColumns>): SkillColumns[] {
  return [...skills].sort(([left], [right]) => (left < right ? -1 : 1));
}

function keysOf(skills: readonly SkillColumns[]): string[] {
  return skills.map(([skill]) => skill);
}

function fitted(number: number, own: Stated): QuestionParameters | undefined {
  const found = own.find(([calibration]) => calibration === number);
  if (!found) return undefined;
  const [, difficulty, variance, discrimination] = found;
  return { difficulty, difficultyVariance: variance ?? 0, discrimination: discrimination ?? 1 };
}

/** A question that the calibration does not know is as hard as is usual for its skills. */
function unfitted(
  number: number,
  questionVariance: number,
  skills: readonly SkillColumns[],
): QuestionParameters {
  const usual = skills.map(
    ([, , stated]) => stated.find(([calibration]) => calibration === number)?.[1] ?? 0,
  );
  return {
    difficulty: usual.reduce((sum, difficulty) => sum + difficulty, 0) / usual.length,
    difficultyVariance: questionVariance,
    discrimination: 1,
  };
}

/** A question as it is referred to, and which version of it. */
export interface WantedVersion {
  readonly reference: Reference;
  /** Null for the current version. */
  readonly number: number | null;
}

/** A version as evidence hangs on it and as the model reads it. */
export type VersionToRecord = ReferredVersion & VersionParameters;

interface ReferredRow extends Omit<VersionRow, 'version'> {
  readonly position: number;
  readonly question: string;
  readonly version: string | null;
  readonly node: Handle;
}

const REFERRED_VERSIONS = statement<ReferredRow>(
  'versions.referred',
  `${calibrationsNamed}
   CALL {
     UNWIND $outside AS wanted
     MATCH (:OutsideId {key: wanted[1]})-[:IDENTIFIES]->(question:Question)-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internal AS wanted
     MATCH (question:Question {id: wanted[1]})-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $outsideNumbered AS wanted
     MATCH (:OutsideId {key: wanted[1]})-[:IDENTIFIES]->(question:Question)
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: wanted[2]})
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internalNumbered AS wanted
     MATCH (question:Question {id: wanted[1]})
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: wanted[2]})
     RETURN wanted, question, version
   }
   RETURN wanted[0] AS position, question.id AS question, id(version) AS node, ${versionColumns}`,
);

/** What each wanted version is; "question" or "version" where that does not exist. In the order asked for. */
export async function referredVersions(
  tx: Queries,
  wanted: readonly WantedVersion[],
  calibrations: readonly Calibration[],
): Promise<(VersionToRecord | 'question' | 'version')[]> {
  if (wanted.length === 0) return [];
  const items = wanted.map(({ reference, number }, position) => [position, reference, number] as const);
  const current = byKind(
    items.filter(([, , number]) => number === null),
    ([, reference]) => reference,
  );
  const numbered = byKind(
    items.filter(([, , number]) => number !== null),
    ([, reference]) => reference,
  );
  const rows = await tx.query(REFERRED_VERSIONS, {
    ...current,
    outsideNumbered: numbered.outside,
    internalNumbered: numbered.internal,
    numbers: numbersOf(calibrations),
  });
  const found: (VersionToRecord | 'question' | 'version')[] = wanted.map(() => 'question');
  for (const { position, question, version, node, ...row } of rows) {
    found[position] = version === null ? 'version' : { question, node, ...parametersOf({ version, ...row }) };
  }
  return found;
}
