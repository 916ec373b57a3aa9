import { logisticApproximation } from '../../estimators/normal';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { filterValues, FilteredQuestion } from '../../graph/nouns/list';
import type { Parameters } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import {
  edgeColumns,
  generalColumns,
  generalInForce,
  latestColumn,
  type EdgeRow,
  type GeneralRow,
} from '../states/stored-state';
import { openPersonFilters } from '../people/people.list';
import type { PersonNameRow } from '../people/people.store';
import type { RequirementRow } from '../projects/requirement.store';

/** What a project needs, its tasks included, with the difficulty of the skill's reference question, logits. */
export interface Need extends RequirementRow {
  readonly reference: number;
}

/** Somebody known in a needed skill, with the skill edges that count; one may come twice. */
export interface Holder extends PersonNameRow {
  readonly general: GeneralRow;
  readonly states: readonly ColumnRow<HeldSkill>[];
}

interface HeldSkill {
  /** Internal id. */
  readonly skill: string;
  readonly edge: EdgeRow;
}

export const heldSkill = new Columns<HeldSkill>({
  skill: 'endNode(edge).id',
  edge: edgeColumns.list('edge'),
});

export const holderColumns = new Columns<Holder>({
  key: '.id',
  name: '.name',
  sortName: '.sortName',
  general: generalInForce('people[at]'),
  states: `[edge IN edges[at] | ${heldSkill.list()}]`,
});

/** Cypher: the columns of `general`. */
const general = generalColumns.of('general');

export interface HoldersRow {
  readonly project: string;
  readonly calibration: Calibration;
  /** By skill and level. */
  readonly needs: readonly Need[];
  /** The latest evidence behind anybody eligible, those who are cut off included; null where nobody is. */
  readonly latest: number | null;
  readonly holders: readonly ColumnRow<Holder>[];
}

/** Among whom candidates are sought. */
export interface Among {
  readonly filterBy: object | null;
  readonly includeAssigned: boolean;
}

export interface HoldersWanted extends Among {
  readonly projects: readonly string[];
  readonly asOf: number;
  /** By project: only who may stand at or behind this fit. Left out for the start of the list. */
  readonly afterFits: Readonly<Record<string, number>>;
  /** How many of them are asked for. */
  readonly limit: number;
}

/** Cypher: a variance as time widens it up to the date, as the model's own widened() does. */
function faded(variance: string, perDay: string, since: string, widest: string): string {
  const wider = `${variance} + ${perDay} * ($asOf - ${since}) / 86400000.0`;
  return `CASE WHEN $asOf <= ${since} OR ${since} < 0 OR ${variance} >= ${widest} THEN ${variance}
           WHEN ${wider} > ${widest} THEN ${widest} ELSE ${wider} END`;
}

/** Who is eligible: active, known in a needed skill, and where that is asked not assigned to the project yet. */
const eligibility = {
  where: ['coalesce(person.activeUntil > $now, true)', 'NOT person IN assigned'],
  filters: openPersonFilters,
};

/** Cypher: those who are assigned to the `project` already, where they are not asked for. */
const assignedToProject = `COLLECT { MATCH (project)<-[assignment:ASSIGNED_TO]-(colleague:Person)
       WHERE NOT $includeAssigned AND coalesce(assignment.to > $now, true) RETURN DISTINCT colleague }`;

/**
 * Everybody active and known in a needed skill who may be among the best. Fit is bounded from both sides by a logistic
 * in place of the normal distribution, with the variance faded to the date as the model fades it. So many of those who
 * surely stand behind the place have at least the fit `least`: whoever cannot reach it is cut off.
 */
const holders = new FilteredQuestion<HoldersRow>(
  { name: 'staffing.holdersOfSkills', ...eligibility },
  (conditions) => `${calibrationInForce}
   UNWIND $projects AS key
   MATCH (project:Project {id: key})
   CALL (project, calibration) {
     CALL (project) {
       MATCH (project)-[requirement:REQUIRES]->(skill:Skill)
       RETURN null AS task, requirement, skill
       UNION ALL
       MATCH (project)-[:HAS_TASK]->(task:Task)-[requirement:REQUIRES]->(skill:Skill)
       RETURN task, requirement, skill
     }
     WITH task, requirement, skill, ${referenceOf('skill')} AS reference
     ORDER BY skill.sortName, skill.id, requirement.level, requirement.id
     RETURN collect(skill) AS skills, sum(requirement.importance) AS total,
       collect({requirement: requirement.id, level: requirement.level, band: requirement.band,
         importance: requirement.importance, headcount: requirement.headcount, task: task.id, taskName: task.name, skillKey: skill.id,
         skillName: skill.name, skillSortName: skill.sortName, reference: reference}) AS needs
   }
   WITH calibration, slot, key, skills, needs, total,
     ${assignedToProject} AS assigned
   CALL (calibration, slot, skills, needs, total, assigned) {
     UNWIND range(0, size(needs) - 1) AS at
     WITH assigned, calibration, slot, skills[at] AS skill, needs[at] AS need, total
     WITH assigned, calibration, slot, skill, need.importance / total AS weight,
       log(need.level / (1 - need.level)) + need.reference AS threshold
     MATCH (skill)<-[mastery:HAS_SKILL {slot: slot}]-(person:Person)
     WITH assigned, calibration, person, mastery, weight, threshold, ${generalInForce('person')} AS general,
       1.0 + mastery.generalSlope AS perGeneral, mastery.sittingSlope AS perSitting
     WITH assigned, person, mastery, general, weight,
       (mastery.intercept + perGeneral * ${general.generalMean} + perSitting * ${general.sittingMean} - threshold) / sqrt(
         ${faded('mastery.variance', 'calibration.skillDriftPerDay', 'mastery.lastEvidenceAt', 'calibration.skillVariance')}
         + perGeneral * perGeneral *
           ${faded(general.generalVariance, 'calibration.generalDriftPerDay', general.answeredAt, 'calibration.generalVariance')}
         + 2.0 * perGeneral * perSitting * ${general.sittingCovariance}
         + perSitting * perSitting * ${general.sittingVariance}) AS surplus
     WITH assigned, person, collect(mastery) AS edges, max(${latestColumn('general', 'mastery')}) AS latest,
       sum(weight / (1 + exp(-$scale * surplus))) AS fit, $error * sum(weight) AS error
     WHERE ${conditions}
     WITH person, edges, latest, fit - error AS low, fit + error AS high ORDER BY high DESC
     RETURN collect(person) AS people, collect(edges) AS edges, collect(low) AS lows, collect(high) AS highs,
       max(latest) AS latest
   }
   WITH *, coalesce($afterFits[key], 2.0) AS afterFit
   WITH *, size([high IN highs WHERE high >= afterFit]) AS before
   WITH *, CASE WHEN size(lows) < before + $limit THEN -1.0 ELSE reduce(least = 1.0,
       low IN lows[before..before + toInteger($limit)] | CASE WHEN low < least THEN low ELSE least END) END AS least
   WITH *, size([high IN highs WHERE high >= least]) AS enough
   RETURN key AS project, calibration {.*} AS calibration, needs, latest,
     [at IN range(0, enough - 1) WHERE lows[at] <= afterFit |
       ${holderColumns.list('people[at]')}] AS holders`,
);

export async function holdersOfSkills(
  context: RequestContext,
  { filterBy, ...wanted }: HoldersWanted,
): Promise<HoldersRow[]> {
  const { text, parameters } = await conditionsOn(context, filterBy);
  return context.database.query(holders.statement(text), {
    ...wanted,
    ...logisticApproximation,
    ...parameters,
  });
}

const eligible = new FilteredQuestion<{ project: string; people: string[] }>(
  { name: 'staffing.eligible', ...eligibility },
  (conditions) => `${calibrationInForce}
   UNWIND $projects AS key
   MATCH (project:Project {id: key})
   WITH slot, key, project, ${assignedToProject} AS assigned
   CALL (project) {
     MATCH (project)-[:REQUIRES]->(skill:Skill)
     RETURN skill
     UNION
     MATCH (project)-[:HAS_TASK]->(:Task)-[:REQUIRES]->(skill:Skill)
     RETURN skill
   }
   MATCH (skill)<-[:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${conditions}
   RETURN key AS project, collect(DISTINCT person.id) AS people`,
);

/** Everybody who is eligible for each project, internal ids. */
export async function eligiblePeople(
  context: RequestContext,
  projects: readonly string[],
  { filterBy, includeAssigned }: Among,
): Promise<{ readonly project: string; readonly people: readonly string[] }[]> {
  const { text, parameters } = await conditionsOn(context, filterBy);
  return context.database.query(eligible.statement(text), { projects, includeAssigned, ...parameters });
}

/** What a client asks of the people: the names of the conditions, and what the statement reads for them. */
async function conditionsOn(
  context: RequestContext,
  filterBy: object | null,
): Promise<{ text: string[]; parameters: Parameters }> {
  const filter = filterValues(openPersonFilters, filterBy);
  const text = Object.keys(filter);
  const visible = text.length > 0 ? await context.visible() : {};
  return { text, parameters: { filter, now: context.now, ...visible } };
}
