import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { List, type ListOrder, type ListPlace } from '../../graph/nouns/list';
import { dateFilter, keptFilters, nounOrders } from '../../graph/nouns/noun-list';
import { recordedSince } from '../evidence/evidence.store';
import { isVisible, personFilters } from '../people/people.list';
import type { PersonNameRow } from '../people/people.store';
import { skillFilters } from '../skills/skill.list';
import type { SkillNameRow } from '../skills/skill.store';
import {
  calibrationInForce,
  referenceOf,
  statedReference,
  type Calibration,
} from '../calibrations/calibration.store';
import { edgeColumns, generalInForce, type EdgeRow, type GeneralRow } from '../states/stored-state';

const figures = `calibration {.*} AS calibration, [edge IN edges | ${edgeColumns.list('edge')}] AS edges`;

/** What a page reads of one side. */
interface Edges {
  readonly parent: string;
  readonly calibration: Calibration;
  readonly edges: readonly EdgeRow[];
  /** Where each edge stands in the order of the list; empty for names alone. */
  readonly places: readonly ListPlace[];
}

/** Of a skill, all but its name. */
type SkillNames = Omit<SkillNameRow, 'name'>;

export const skillNames = new Columns<SkillNames>({ key: '.id', sortName: '.sortName' });

/** The skill edges of one person. */
export interface PersonSkills extends Edges {
  readonly general: GeneralRow;
  /** Stated difficulties of the skills' reference questions, logits; empty where the calibration states none of any skill. */
  readonly references: readonly (number | null)[];
  readonly names: readonly string[];
  /** What else is held of the skills; null where names alone were asked for. */
  readonly skills: readonly ColumnRow<SkillNames>[] | null;
}

interface KnownPerson extends PersonNameRow {
  readonly general: GeneralRow;
}

export const knownPerson = new Columns<KnownPerson>({
  key: '.id',
  name: '.name',
  sortName: '.sortName',
  general: generalInForce('person'),
});

/** The skill edges of one skill. */
export interface SkillPeople extends Edges {
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly ColumnRow<KnownPerson>[];
}

/** Not of a calibration whose states are being built, nor of a former one. */
export const inForce = 'edge.slot = slot';

const recorded = recordedSince('item');

const edgeFilters = {
  updatedSince: dateFilter(`(EXISTS {
           MATCH (person)<-[:BY]-(item:Answer)-[:TO]->(version:QuestionVersion)-[:ASSESSES]->(skill)
           WHERE ${recorded} OR EXISTS {
             MATCH (version)<-[:ABOUT]-(decision:Decision) WHERE decision.recordedAt >= $filter.updatedSince } }
         OR EXISTS { MATCH (person)<-[:BY]-(item:Claim)-[:CLAIMS]->(skill) WHERE ${recorded} })`),
  evidenceSince: dateFilter('edge.lastEvidenceAt >= $filter.evidenceSince'),
  evidenceBefore: dateFilter('edge.lastEvidenceAt < $filter.evidenceBefore'),
  minimumAnswers: { where: 'edge.answers >= $filter.minimumAnswers' },
};

/** Whether a condition is one on figures of individuals. */
export function isOfFigures(filter: string): boolean {
  return Object.hasOwn(edgeFilters, filter);
}

function edgeOrders(other: string): Record<'NAME' | 'LAST_EVIDENCE_AT', ListOrder> {
  const { NAME } = nounOrders(other);
  return {
    NAME,
    LAST_EVIDENCE_AT: [
      ['edge.lastEvidenceAt', 'number'],
      [`${other}.id`, 'string'],
    ],
  };
}

/** The skill edges of people; reads $namesOnly. */
export const skillsOfPerson = new List<PersonSkills>({
  name: 'mastery.ofPeople',
  nested: true,
  given: { match: calibrationInForce, as: 'slot' },
  match: 'MATCH (person:Person {id: parent})-[edge:HAS_SKILL]->(skill:Skill)',
  where: [inForce],
  filters: {
    ...skillFilters,
    ...edgeFilters,
    skills: keptFilters('Skill', 'skills', 'skill'),
    archived: { where: skillFilters.archived.where },
  },
  orders: {
    ...edgeOrders('skill'),
    ANSWERS: [
      ['edge.answers', 'number'],
      ['skill.id', 'string'],
    ],
  },
  columns: '',
  gathered: (rows, places) => `${calibrationInForce}
   WITH calibration, slot, EXISTS { (calibration)-[:SETS]->(:Skill) } AS stated
   UNWIND $parents AS parent
   MATCH (owner:Person {id: parent})
   CALL (parent, slot) {
     ${rows}
     RETURN collect(skill) AS found, collect(edge) AS edges, ${places}
   }
   RETURN parent, places, ${figures}, ${generalInForce('owner')} AS general, [skill IN found | skill.name] AS names,
          CASE WHEN stated
            THEN [skill IN found | ${statedReference('skill')}]
            ELSE [] END AS references,
          CASE WHEN $namesOnly THEN null
            ELSE [skill IN found | ${skillNames.list('skill')}] END AS skills`,
});

/** The skill edges of skills, of people whom the viewer sees. */
export const peopleOfSkill = new List<SkillPeople>({
  name: 'mastery.ofSkills',
  nested: true,
  given: { match: calibrationInForce, as: 'slot' },
  match: 'MATCH (person:Person)-[edge:HAS_SKILL]->(skill:Skill {id: parent})',
  individual: 'person.id',
  where: [isVisible, inForce],
  filters: { ...personFilters, ...edgeFilters },
  orders: edgeOrders('person'),
  columns: '',
  gathered: (rows, places) => `${calibrationInForce}
   UNWIND $parents AS parent
   CALL (parent, slot) {
     ${rows}
     RETURN collect(person) AS found, collect(edge) AS edges, ${places}
   }
   RETURN parent, places, ${figures},
          ${referenceOf(':Skill {id: parent}')} AS reference,
          [person IN found | ${knownPerson.list('person')}] AS people`,
});
