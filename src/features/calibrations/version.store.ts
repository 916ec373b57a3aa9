import type { QuestionParameters } from '../../estimators/types';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { grouped } from '../../shared/grouped';
import { calibrationsNamed, numbersOf, type Calibration } from './calibration.store';
import { standingColumns, type VersionStanding } from './version-standing';

/** What one calibration says of a question version. */
export interface VersionReading extends QuestionParameters {
  /** Where a calibration whose states are being built reads it with other skills than it assesses; in id order. */
  readonly skills?: readonly string[];
}

/** What the model needs to know of a question version. */
export interface VersionParameters extends VersionStanding {
  readonly version: string;
  /** Internal ids, in id order: the order of a sum decides its last bits. */
  readonly skills: readonly string[];
  /** All skills that it is read with: internal ids by node. */
  readonly skillNodes: ReadonlyMap<Handle, string>;
  /** What each calibration asked for says of the question, by its number. */
  readonly questions: ReadonlyMap<number, VersionReading>;
}

/** What a calibration says of a question version. */
interface StatedVersion {
  readonly calibration: number;
  readonly difficulty: number;
  readonly variance: number | null;
  readonly discrimination: number | null;
}

const statedVersion = new Columns<StatedVersion>({
  calibration: 'calibration.number',
  difficulty: 'own.difficulty',
  variance: 'own.variance',
  discrimination: 'own.discrimination',
});

/** A skill that a version is read with. */
interface SkillOfVersion {
  /** Internal id. */
  readonly skill: string;
  readonly node: Handle;
  /** How hard a question on it usually is, by number of calibration. */
  readonly usual: readonly (readonly [calibration: number, difficulty: number])[];
}

const skillOfVersion = new Columns<SkillOfVersion>({
  skill: '.id',
  node: 'id(skill)',
  usual: `[(skill)<-[usual:SETS]-(calibration) WHERE calibration IN calibrations |
     [calibration.number, coalesce(usual.usual, usual.difficulty)]]`,
});

/** A skill that a calibration whose states are being built reads in the place of a former one. */
interface SkillReadAs {
  readonly calibration: number;
  /** Internal id. */
  readonly former: string;
  readonly skill: ColumnRow<SkillOfVersion>;
}

/** Given Cypher of the former skill's id. */
function skillReadAs(former: string): Columns<SkillReadAs> {
  return new Columns<SkillReadAs>({
    calibration: 'read.calibration',
    former,
    skill: skillOfVersion.list('skill'),
  });
}

const ofVersion = skillReadAs('former.id');
const ofQuestion = skillReadAs('read.skill');

export interface VersionRow extends VersionStanding {
  readonly version: string;
  /** The calibrations asked for, each with the variance of difficulties around what is usual, and that which doubt adds. */
  readonly calibrations: readonly (readonly [calibration: number, variance: number, doubt: number])[];
  readonly own: readonly ColumnRow<StatedVersion>[];
  readonly skills: readonly ColumnRow<SkillOfVersion>[];
  /** Empty where no calibration is being built. */
  readonly readAs: readonly ColumnRow<SkillReadAs>[];
}

/** Cypher: what a VersionRow holds, given `version` and `calibrations`. */
export const versionColumns = `version.id AS version, ${standingColumns},
   [calibration IN calibrations | [calibration.number, calibration.questionVariance, calibration.doubtVariance]] AS calibrations,
   [(version)<-[own:SETS]-(calibration) WHERE calibration IN calibrations | ${statedVersion.list()}] AS own,
   [(version)-[:ASSESSES]->(skill:Skill) | ${skillOfVersion.list('skill')}] AS skills,
   CASE WHEN none(calibration IN calibrations WHERE calibration.making) THEN [] ELSE
     [(version)-[:ASSESSES]->(former:Skill)-[read:READ_AS]->(skill:Skill) | ${ofVersion.list()}]
     + [(version)<-[:HAS_VERSION]-(:Question)-[read:READ_AS]->(skill:Skill) | ${ofQuestion.list()}] END AS readAs`;

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

const CURRENT_VERSIONS = statement<VersionRow & { onSkill: string; question: string; former: string[] }>(
  'versions.currentOnSkills',
  `${calibrationsNamed}
   UNWIND $skills AS onSkill
   MATCH (:Skill {id: onSkill})<-[:ASSESSES]-(version:QuestionVersion)<-[:CURRENT]-(question:Question)
   WHERE question.archivedAt IS NULL AND version.withdrawn IS NULL
   RETURN onSkill, question.id AS question, [(question)-[:HAS_VERSION]->(one) | one.id] AS former, ${versionColumns}`,
);

/** A question that can be asked now, in its current version. */
export interface AskableVersion extends VersionParameters {
  /** Internal id. */
  readonly question: string;
  /** Internal ids of all versions, this one among them. */
  readonly allVersions: readonly string[];
}

/** By skill every question in use that assesses it and whose answers count, as one calibration reads it. */
export async function versionsToAsk(
  queries: Queries,
  skills: readonly string[],
  calibration: Calibration,
): Promise<Map<string, AskableVersion[]>> {
  const rows = await queries.query(CURRENT_VERSIONS, { skills, numbers: numbersOf([calibration]) });
  const ofSkills = grouped(rows, ({ onSkill }) => onSkill);
  return new Map(
    [...ofSkills].map(([skill, ofSkill]) => [
      skill,
      ofSkill.map(({ onSkill: _, question, former, ...row }) => ({
        ...{ question, allVersions: former },
        ...parametersOf(row),
      })),
    ]),
  );
}

export function parametersOf(row: VersionRow): VersionParameters {
  const { version, calibrations, doubted, withdrawn, rekeyed } = row;
  const own = row.own.map((columns) => statedVersion.fieldsOf(columns));
  const skills = inOrder(row.skills.map((columns) => skillOfVersion.fieldsOf(columns)));
  const readAs = row.readAs.map((columns) => ofVersion.fieldsOf(columns));
  if (skills.length === 0) throw new Error(`Question version ${version} assesses no skill.`);
  return {
    ...{ version, doubted, withdrawn, rekeyed },
    skills: keysOf(skills),
    skillNodes: new Map(
      [...skills, ...readAs.map((read) => skillOfVersion.fieldsOf(read.skill))].map(({ node, skill }) => [
        node,
        skill,
      ]),
    ),
    questions: new Map(
      calibrations.map(([number, questionVariance, doubtVariance]) => {
        const others = skillsRead(number, skills, readAs);
        const known = fitted(number, own) ?? unfitted(number, questionVariance, others ?? skills);
        const question = doubted ? doubtful(known, doubtVariance) : known;
        return [number, others ? { ...question, skills: keysOf(others) } : question];
      }),
    ),
  };
}

/** A question under an open problem: nobody knows how much harder or easier than it seems its fault makes it. */
export function doubtful(question: QuestionParameters, doubtVariance: number): QuestionParameters {
  return { ...question, difficultyVariance: question.difficultyVariance + doubtVariance };
}

/** The skills that a calibration reads a version with, each once; undefined where they are those it assesses. */
function skillsRead(
  number: number,
  skills: readonly SkillOfVersion[],
  readAs: readonly SkillReadAs[],
): SkillOfVersion[] | undefined {
  const others = new Map(
    readAs
      .filter(({ calibration }) => calibration === number)
      .map(({ former, skill }) => [former, skillOfVersion.fieldsOf(skill)]),
  );
  if (others.size === 0) return undefined;
  const read = skills.map((one) => others.get(one.skill) ?? one);
  return inOrder(new Map(read.map((one) => [one.skill, one])).values());
}

function inOrder(skills: Iterable<SkillOfVersion>): SkillOfVersion[] {
  return [...skills].sort((left, right) => (left.skill < right.skill ? -1 : 1));
}

function keysOf(skills: readonly SkillOfVersion[]): string[] {
  return skills.map(({ skill }) => skill);
}

function fitted(number: number, own: readonly StatedVersion[]): QuestionParameters | undefined {
  const found = own.find(({ calibration }) => calibration === number);
  if (!found) return undefined;
  const { difficulty, variance, discrimination } = found;
  return { difficulty, difficultyVariance: variance ?? 0, discrimination: discrimination ?? 1 };
}

/** A question that the calibration does not know is as hard as is usual for its skills. */
function unfitted(
  number: number,
  questionVariance: number,
  skills: readonly SkillOfVersion[],
): QuestionParameters {
  const sum = skills.reduce((total, { usual }) => {
    const [, difficulty] = usual.find(([calibration]) => calibration === number) ?? [number, 0];
    return total + difficulty;
  }, 0);
  return {
    difficulty: sum / skills.length,
    difficultyVariance: questionVariance,
    discrimination: 1,
  };
}
