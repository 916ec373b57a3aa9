import { byKind, type Reference } from '../../graph/identity';
import { statement, type Handle, type Queries } from '../../graph/statement';
import type { ReferredVersion } from '../evidence/evidence.service';

/** What the model needs to know of a question version. */
export interface VersionParameters {
  readonly version: string;
  /** Logits; the version's own, or where none is stated the mean of its skills' reference difficulties. */
  readonly difficulty: number;
  /** Internal ids, in id order: the order of a sum decides its last bits. */
  readonly skills: readonly string[];
  /** The nodes of the skills, in the same order. */
  readonly skillNodes: readonly Handle[];
}

interface VersionRow {
  readonly version: string;
  readonly own: number | null;
  readonly skills: readonly (readonly [skill: string, difficulty: number | null, node: Handle])[];
}

/** Columns of a VersionRow, given `version` and the `calibration` in force. */
const versionColumns = `version.id AS version, head([(version)<-[own:SETS]-(calibration) | own.difficulty]) AS own,
   [(version)-[:ASSESSES]->(skill:Skill) |
    [skill.id, head([(skill)<-[reference:SETS]-(calibration) | reference.difficulty]), id(skill)]] AS skills`;

const VERSION_PARAMETERS = statement<VersionRow>(
  'versions.parameters',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN ${versionColumns}`,
);

export async function versionParameters(
  queries: Queries,
  versions: Iterable<string>,
): Promise<Map<string, VersionParameters>> {
  const distinct = [...new Set(versions)];
  if (distinct.length === 0) return new Map();
  const rows = await queries.query(VERSION_PARAMETERS, { versions: distinct });
  return new Map(rows.map((row) => [row.version, parametersOf(row)]));
}

function parametersOf({ version, own, skills }: VersionRow): VersionParameters {
  if (skills.length === 0) throw new Error(`Question version ${version} assesses no skill.`);
  const ordered = [...skills].sort(([left], [right]) => (left < right ? -1 : 1));
  const mean = ordered.reduce((sum, [, difficulty]) => sum + (difficulty ?? 0), 0) / ordered.length;
  return {
    version,
    difficulty: own ?? mean,
    skills: ordered.map(([skill]) => skill),
    skillNodes: ordered.map(([, , node]) => node),
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
  `MATCH (calibration:Calibration {current: true})
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
  });
  const found: (VersionToRecord | 'question' | 'version')[] = wanted.map(() => 'question');
  for (const { position, question, version, node, own, skills } of rows) {
    found[position] =
      version === null ? 'version' : { question, node, ...parametersOf({ version, own, skills }) };
  }
  return found;
}
