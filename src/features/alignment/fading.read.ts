import { statement } from '../../graph/driver/statement';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import { edgeColumns, generalInForce, type EdgeRow, type GeneralRow } from '../states/stored-state';
import type { StoredMemories } from '../mastery/stored-memories';
import { isVisible } from '../people/people.list';
import { requirementColumns } from '../projects/requirement.store';
import type { NeedRow } from '../request/plans';
import type { RequestContext } from '../request/context';

/** A requirement of an open project with those assigned to it who are known in the skill, as columns: the same position is the same person. */
export interface AssignedHolders extends NeedRow {
  readonly projectName: string;
  readonly calibration: Calibration;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly string[];
  readonly general: readonly GeneralRow[];
  readonly edges: readonly EdgeRow[];
  /** Empty where nothing is remembered that would be forgotten. */
  readonly memories: readonly StoredMemories[];
}

const ASSIGNED_HOLDERS = statement<AssignedHolders>(
  'alignment.assignedHolders',
  `${calibrationInForce}
   MATCH (project:Project)
   WHERE project.archivedAt IS NULL AND coalesce(project.to > $now, true) AND ($project IS NULL OR project.id = $project)
   MATCH (project)<-[assignment:ASSIGNED_TO]-(person:Person)
   WHERE coalesce(assignment.to > $now, true) AND coalesce(person.activeUntil > $now, true)
     AND person.archivedAt IS NULL AND ${isVisible}
     AND ($team IS NULL OR EXISTS {
       MATCH (person)-[membership:MEMBER_OF]->(:Team)-[:BROADER*0..]->(:Team {id: $team})
       WHERE membership.from <= $now AND coalesce(membership.to > $now, true) })
   WITH calibration, slot, project, collect(DISTINCT person) AS assigned
   CALL (project) {
     MATCH (project)-[requirement:REQUIRES]->(skill:Skill)
     RETURN null AS task, requirement, skill
     UNION ALL
     MATCH (project)-[:HAS_TASK]->(task:Task)-[requirement:REQUIRES]->(skill:Skill)
     RETURN task, requirement, skill
   }
   CALL (assigned, skill, slot, calibration) {
     UNWIND assigned AS person
     MATCH (person)-[mastery:HAS_SKILL {slot: slot}]->(skill)
     RETURN collect(person.id) AS people, collect(${generalInForce('person')}) AS general,
            collect(${edgeColumns.list('mastery')}) AS edges,
            collect(CASE WHEN calibration.recallRight > 0 OR calibration.recallWrong > 0
                         THEN coalesce(mastery.memories, []) ELSE [] END) AS memories
   }
   WITH * WHERE size(people) > 0
   RETURN project.id AS project, project.name AS projectName, ${requirementColumns}, calibration {.*} AS calibration,
          ${referenceOf('skill')} AS reference, people, general, edges, memories`,
  'Whoever asks of all projects asks of the open ones, and most are open.',
);

/** Of whom and of what is asked: internal ids; null for everybody and everything that the viewer sees. */
export interface FadingAmong {
  readonly project: string | null;
  readonly team: string | null;
}

/** What open projects require, with those assigned to them who are known in it; only people whom the viewer sees. */
export async function assignedHolders(
  context: RequestContext,
  among: FadingAmong,
): Promise<AssignedHolders[]> {
  const { database, now } = context;
  return database.query(ASSIGNED_HOLDERS, { ...among, now, ...(await context.visible()) });
}
