import { List, type ListOrder, type ListPlace } from '../../graph/nouns/list';
import { dateFilter, keptFilters, nounOrders } from '../../graph/nouns/noun-list';
import { isVisible, personFilters } from '../people/people.list';
import { skillFilters } from '../skills/skill.list';
import {
  calibrationInForce,
  referenceOf,
  statedReference,
  type Calibration,
} from '../calibrations/calibration.store';
import { edgeColumns, generalColumns, type EdgeColumns, type GeneralColumns } from './stored-state';

const figures = `calibration {.*} AS calibration, [edge IN edges | ${edgeColumns('edge')}] AS edges`;

/** What a page reads of one side. */
interface Edges {
  readonly parent: string;
  readonly calibration: Calibration;
  readonly edges: readonly EdgeColumns[];
  /** Where each edge stands in the order of the list; empty for names alone. */
  readonly places: readonly ListPlace[];
}

/** The skill edges of one person. */
export interface PersonSkills extends Edges {
  readonly general: GeneralColumns;
  /** Stated difficulties of the skills' reference questions, logits; empty where the calibration states none of any skill. */
  readonly references: readonly (number | null)[];
  readonly names: readonly string[];
  /** What else is held of the skills; null where names alone were asked for. */
  readonly skills: readonly (readonly [key: string, sortName: string])[] | null;
}

/** The skill edges of one skill. */
export interface SkillPeople extends Edges {
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly (readonly [
    key: string,
    name: string,
    sortName: string,
    general: GeneralColumns,
  ])[];
}

/** Not of a calibration whose states are being made, nor of a former one. */
export const inForce = 'edge.slot = slot';

const edgeFilters = {
  evidenceSince: dateFilter('edge.lastEvidenceAt >= $filter.evidenceSince'),
  evidenceBefore: dateFilter('edge.lastEvidenceAt < $filter.evidenceBefore'),
  minimumAnswers: { where: 'edge.answers >= $filter.minimumAnswers' },
};

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
   RETURN parent, places, ${figures}, ${generalColumns('owner')} AS general, [skill IN found | skill.name] AS names,
          CASE WHEN stated
            THEN [skill IN found | ${statedReference('skill')}]
            ELSE [] END AS references,
          CASE WHEN $namesOnly THEN null
            ELSE [skill IN found | [skill.id, skill.sortName]] END AS skills`,
});

/** The skill edges of skills, of people whom the viewer sees. */
export const peopleOfSkill = new List<SkillPeople>({
  name: 'mastery.ofSkills',
  nested: true,
  given: { match: calibrationInForce, as: 'slot' },
  match: 'MATCH (person:Person)-[edge:HAS_SKILL]->(:Skill {id: parent})',
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
          [person IN found | [person.id, person.name, person.sortName, ${generalColumns('person')}]] AS people`,
});
