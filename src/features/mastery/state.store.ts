import type { FoldPosition } from '../../estimators/fold';
import type { PersonState, SkillState } from '../../estimators/person-state';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import type { Calibration } from '../calibrations/calibration.store';
import { dayOf, momentOf, personOf, type GeneralColumns } from './stored-state';

/** What is stored of a locked person's fold with one calibration. */
export interface FoldedState {
  readonly person: PersonState;
  /** The edges that are there, by skill. */
  readonly edges: ReadonlyMap<string, Handle>;
}

/** What is stored of a locked person's fold: where it stands, and a state by number of calibration. */
export interface StoredState {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  /** Undefined where nothing was folded in yet. */
  readonly position: FoldPosition | undefined;
  /** Without a calibration whose states were not made for this person yet. */
  readonly folded: ReadonlyMap<number, FoldedState>;
}

export interface PositionRow {
  person: string;
  at: number | null;
  attempt: number | null;
  id: string | null;
}

export function positionOf({ at, attempt, id }: PositionRow): FoldPosition | undefined {
  return at === null || attempt === null || id === null ? undefined : { at, attempt, id };
}

type EdgeColumns = readonly [
  skill: string,
  edge: Handle,
  slot: number,
  intercept: number,
  generalSlope: number,
  sittingSlope: number,
  variance: number,
  lastEvidenceAt: number,
  sitting: number,
  answers: number,
  claims: number,
];

interface StateRow extends PositionRow {
  readonly node: Handle;
  readonly sitting: string | null;
  readonly general: readonly (GeneralColumns | null)[];
  readonly skills: readonly EdgeColumns[];
}

const positionColumns = `person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id,
          person.sitting AS sitting, [person.general0, person.general1] AS general`;
const edgeColumns = `[skill.id, id(mastery), mastery.slot, mastery.intercept, mastery.generalSlope,
            mastery.sittingSlope, mastery.variance, mastery.lastEvidenceAt, mastery.sitting, mastery.answers,
            mastery.claims]`;

const READ_STATES = statement<StateRow>(
  'mastery.readStates',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, id(person) AS node, ${positionColumns},
          [(person)-[mastery:HAS_SKILL]->(skill:Skill) | ${edgeColumns}] AS skills`,
);

/** Whole states of people whose lock is held. */
export async function readStates(
  tx: Queries,
  people: readonly string[],
  calibrations: readonly Calibration[],
): Promise<Map<string, StoredState>> {
  if (people.length === 0) return new Map();
  const rows = await tx.query(READ_STATES, { people });
  return new Map(rows.map((row) => [row.person, stateOf(row, calibrations)]));
}

const READ_SOME = statement<StateRow>(
  'mastery.readSome',
  `UNWIND $people AS item
   MATCH (person:Person) WHERE id(person) = item[0]
   RETURN person.id AS person, item[0] AS node, ${positionColumns},
          COLLECT { MATCH (person)-[mastery:HAS_SKILL]->(skill)
            WHERE id(skill) IN item[1] OR mastery.sittingSlope <> 0.0
            RETURN ${edgeColumns} } AS skills`,
);

/**
 * States of people whose lock is held, of skills only those named and those that still hang on the last sitting: all that
 * a step reads. In the order asked for.
 */
export async function readStatesOfSkills(
  tx: Queries,
  people: readonly { readonly node: Handle; readonly skills: readonly Handle[] }[],
  calibrations: readonly Calibration[],
): Promise<StoredState[]> {
  if (people.length === 0) return [];
  const rows = await tx.query(READ_SOME, { people: people.map(({ node, skills }) => [node, skills]) });
  return rows.map((row) => stateOf(row, calibrations));
}

function stateOf(row: StateRow, calibrations: readonly Calibration[]): StoredState {
  const folded = new Map<number, FoldedState>();
  for (const { number, slot } of calibrations) {
    const general = row.general[slot];
    if (general?.[0] !== number) continue;
    const person = personOf(general, row.sitting);
    const edges = new Map<string, Handle>();
    for (const [skill, edge, ofSlot, ...columns] of row.skills) {
      if (ofSlot !== slot) continue;
      person.skills.set(skill, skillOf(columns));
      edges.set(skill, edge);
    }
    folded.set(number, { person, edges });
  }
  return { person: row.person, node: row.node, position: positionOf(row), folded };
}

type SkillColumns = EdgeColumns extends readonly [string, Handle, number, ...infer Rest] ? Rest : never;

function skillOf([
  intercept,
  generalSlope,
  sittingSlope,
  variance,
  lastEvidenceAt,
  sitting,
  answers,
  claims,
]: SkillColumns): SkillState {
  const day = dayOf(lastEvidenceAt);
  return { intercept, generalSlope, sittingSlope, variance, day, sitting, answers, claims };
}

const MOVE_PEOPLE = statement(
  'mastery.movePeople',
  `UNWIND $people AS item
   MATCH (person:Person) WHERE id(person) = item[0]
   SET person.foldedAt = item[1], person.foldedAttempt = item[2], person.foldedId = item[3], person.sitting = item[4],
     person.general0 = CASE WHEN item[1] IS NULL THEN null WHEN item[5] IS NULL THEN person.general0 ELSE item[5] END,
     person.general1 = CASE WHEN item[1] IS NULL THEN null WHEN item[6] IS NULL THEN person.general1 ELSE item[6] END`,
);

const MOVE_SKILLS = statement(
  'mastery.moveSkills',
  `UNWIND $rows AS row
   MATCH ()-[mastery:HAS_SKILL]->() WHERE id(mastery) = row[0]
   SET mastery.intercept = row[1], mastery.generalSlope = row[2], mastery.sittingSlope = row[3],
     mastery.variance = row[4], mastery.lastEvidenceAt = row[5], mastery.sitting = row[6], mastery.answers = row[7],
     mastery.claims = row[8]`,
);

const ADD_SKILLS = statement(
  'mastery.addSkills',
  `UNWIND $rows AS row
   MATCH (person:Person) WHERE id(person) = row[0]
   MATCH (skill:Skill {id: row[1]})
   CREATE (person)-[:HAS_SKILL {slot: row[2], intercept: row[3], generalSlope: row[4], sittingSlope: row[5],
     variance: row[6], lastEvidenceAt: row[7], sitting: row[8], answers: row[9], claims: row[10]}]->(skill)`,
);

const REMOVE_SKILLS = statement(
  'mastery.removeSkills',
  `UNWIND $edges AS edge
   MATCH ()-[mastery:HAS_SKILL]->() WHERE id(mastery) = edge
   DELETE mastery`,
);

/** What is to be stored of one person. */
export interface StateToWrite extends StoredState {
  readonly position: FoldPosition | undefined;
  /** Edges of skills that no evidence is left for. */
  readonly gone?: readonly Handle[];
}

/** Writes positions and the states given; skills that a state does not name stay as they are. */
export async function writeStates(
  tx: Queries,
  states: readonly StateToWrite[],
  calibrations: readonly Calibration[],
): Promise<void> {
  if (states.length === 0) return;
  const moved: unknown[][] = [];
  const added: unknown[][] = [];
  const people = states.map(({ node, position, folded }) => {
    const general: (GeneralColumns | null)[] = [null, null];
    let sitting: PersonState['sitting'] = null;
    for (const { number, slot } of calibrations) {
      const state = folded.get(number);
      if (!state) continue;
      general[slot] = generalOf(number, state.person);
      ({ sitting } = state.person);
      for (const [skill, one] of state.person.skills) {
        const edge = state.edges.get(skill);
        if (edge === undefined) added.push([node, skill, slot, ...columnsOf(one)]);
        else moved.push([edge, ...columnsOf(one)]);
      }
    }
    const { at, attempt, id } = position ?? { at: null, attempt: null, id: null };
    return [node, at, attempt, id, sitting, ...general];
  });
  await tx.query(MOVE_PEOPLE, { people });
  if (moved.length > 0) await tx.query(MOVE_SKILLS, { rows: moved });
  if (added.length > 0) await tx.query(ADD_SKILLS, { rows: added });
  const gone = states.flatMap(({ gone: edges = [] }) => edges);
  if (gone.length > 0) await tx.query(REMOVE_SKILLS, { edges: gone });
}

function generalOf(number: number, person: PersonState): GeneralColumns {
  const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance, sittings, answers } =
    person;
  return [
    number,
    generalMean,
    generalVariance,
    sittingMean,
    sittingVariance,
    sittingCovariance,
    sittings,
    momentOf(person.day),
    answers,
  ];
}

function columnsOf({ day, ...state }: SkillState): unknown[] {
  const { intercept, generalSlope, sittingSlope, variance, sitting, answers, claims } = state;
  return [intercept, generalSlope, sittingSlope, variance, momentOf(day), sitting, answers, claims];
}
