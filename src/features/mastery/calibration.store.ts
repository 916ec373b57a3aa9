import type { ModelParameters } from '../../estimators/types';
import { savingOf } from '../../graph/relation';
import { statement, type Queries } from '../../graph/statement';

/** The calibration in force. */
export interface Calibration extends ModelParameters {
  readonly number: number;
}

const CURRENT_CALIBRATION = statement<Calibration>(
  'calibration.current',
  `MATCH (calibration:Calibration {current: true})
   RETURN calibration.number AS number, calibration.priorMean AS priorMean,
          calibration.priorVariance AS priorVariance, calibration.fadingPerDay AS fadingPerDay`,
);

export async function currentCalibration(queries: Queries): Promise<Calibration> {
  const [calibration] = await queries.query(CURRENT_CALIBRATION);
  if (!calibration) throw new Error('No calibration is current: the migrations have not run.');
  return calibration;
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
     AND (EXISTS { (skill)<-[:HAS_SKILL]-(:Person) } OR EXISTS { (skill)<-[:ASSESSES]-(:QuestionVersion)<-[:TO]-(:Answer) })
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
  set: 'own.difficulty = item.difficulty',
});

const setSkillDifficulties = savingOf('calibration.setSkills', 'own', {
  merge: `MATCH (calibration:Calibration {current: true})
     MATCH (skill:Skill {id: item.key})
     MERGE (calibration)-[own:SETS]->(skill)`,
  set: 'own.difficulty = item.difficulty',
});

/** Gives how many difficulties are otherwise than before. */
export async function setDifficulties(
  tx: Queries,
  versions: readonly Difficulty[],
  skills: readonly Difficulty[],
): Promise<number> {
  const ofVersions = await setVersionDifficulties(tx, versions);
  return ofVersions + (await setSkillDifficulties(tx, skills));
}

const SKILL_REFERENCES = statement<{ key: string; difficulty: number }>(
  'calibration.skillReferences',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})<-[reference:SETS]-(calibration)
   RETURN key, reference.difficulty AS difficulty`,
);

/** Stated difficulties of the skills' reference questions, logits; a skill without one has 0. */
export async function skillReferences(
  queries: Queries,
  skills: readonly string[],
): Promise<Map<string, number>> {
  const rows = await queries.query(SKILL_REFERENCES, { skills: [...new Set(skills)] });
  return new Map(rows.map(({ key, difficulty }) => [key, difficulty]));
}
