import type { FoldPosition } from '../../estimators/fold';
import type { PersonState, SkillState } from '../../estimators/person-state';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { Calibration } from '../calibrations/calibration.store';
import {
  generalColumns,
  generalRowOf,
  momentOf,
  personStateOf,
  skillStateOf,
  storedRateSlope,
  type GeneralRow,
  type StoredEdge,
} from '../states/stored-state';
import { memoriesBySkill, recollect, type StoredMemories } from './stored-memories';

/** What is stored of a locked person's fold with one calibration. */
export interface FoldedState {
  readonly person: PersonState;
  /** The edges that are there, by skill. */
  readonly edges: ReadonlyMap<string, Handle>;
  /** Those of them that no evidence is on: their figures that a step on other skills leaves alone were not read. */
  readonly hanging?: ReadonlySet<string>;
}

/** What is stored of a locked person's fold: where it stands, and a state by number of calibration. */
export interface StoredState {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  /** Undefined where nothing was folded in yet. */
  readonly position: FoldPosition | undefined;
  /** Without a calibration whose states were not built for this person yet. */
  readonly folded: ReadonlyMap<number, FoldedState>;
}

export interface PositionRow {
  person: string;
  at: number | null;
  attempt: number | null;
  id: string | null;
}

export function positionOf({ at, attempt, id }: Omit<PositionRow, 'person'>): FoldPosition | undefined {
  return at === null || attempt === null || id === null ? undefined : { at, attempt, id };
}

/** A skill edge as the fold reads and writes it. */
export interface FoldedEdge extends StoredEdge {
  readonly sitting: number;
  /** Of the questions whose first skill this is; null where none is remembered. */
  readonly memories: StoredMemories | null;
}

/** What a step moves of edges that only hang on the sitting. */
export const figuresBeside = {
  intercept: '.intercept',
  generalSlope: '.generalSlope',
  sittingSlope: '.sittingSlope',
  rateSlope: '.rateSlope',
  variance: '.variance',
} as const;
/** Those first. */
export const figures = {
  ...figuresBeside,
  lastEvidenceAt: '.lastEvidenceAt',
  sitting: '.sitting',
  answers: '.answers',
  claims: '.claims',
  memories: '.memories',
} as const;

interface FoundEdge extends FoldedEdge {
  /** Internal id. */
  readonly skill: string;
  readonly edge: Handle;
  readonly slot: number;
}

const foundEdge = new Columns<FoundEdge>({
  skill: 'skill.id',
  edge: 'id(mastery)',
  slot: '.slot',
  ...figures,
});

/** What is stored of a person for all skills together, in both slots. */
export interface GeneralRows {
  readonly sitting: string | null;
  readonly general: readonly (GeneralRow | null)[];
}

interface StateRow extends PositionRow, GeneralRows {
  readonly node: Handle;
  readonly skills: readonly ColumnRow<FoundEdge>[];
}

/** Cypher: what GeneralRows hold. */
export const generalRowsColumns = 'person.sitting AS sitting, [person.general0, person.general1] AS general';

const READ_STATES = statement<StateRow>(
  'mastery.readStates',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, id(person) AS node, ${generalRowsColumns},
          person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id,
          [(person)-[mastery:HAS_SKILL]->(skill:Skill) | ${foundEdge.list('mastery')}] AS skills`,
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

/** What is stored with a calibration for all skills together; undefined where its states are not built. */
export function generalStateOf(
  { general, sitting }: GeneralRows,
  { number, slot }: Calibration,
): PersonState | undefined {
  const row = general[slot];
  if (!row || generalColumns.fieldsOf(row).calibration !== number) return undefined;
  return personStateOf(row, sitting);
}

function stateOf(row: StateRow, calibrations: readonly Calibration[]): StoredState {
  const folded = new Map<number, FoldedState>();
  for (const calibration of calibrations) {
    const { number, slot } = calibration;
    const person = generalStateOf(row, calibration);
    if (!person) continue;
    const edges = new Map<string, Handle>();
    for (const found of row.skills) {
      const edge = foundEdge.fieldsOf(found);
      if (edge.slot !== slot) continue;
      person.skills.set(edge.skill, skillStateOf(edge, edge.sitting));
      recollect(person.memories, edge.skill, edge.memories);
      edges.set(edge.skill, edge.edge);
    }
    folded.set(number, { person, edges });
  }
  return { person: row.person, node: row.node, position: positionOf(row), folded };
}

/** A person's position, and their state in each slot that it is given for. */
interface MovedPerson {
  readonly node: Handle;
  readonly at: number | null;
  readonly attempt: number | null;
  readonly id: string | null;
  readonly sitting: PersonState['sitting'];
  readonly general0: GeneralRow | null;
  readonly general1: GeneralRow | null;
}

const movedPerson = new Columns<MovedPerson>({
  node: null,
  at: '.foldedAt',
  attempt: '.foldedAttempt',
  id: '.foldedId',
  sitting: '.sitting',
  general0: null,
  general1: null,
});
const moved = movedPerson.of('item');

/** Cypher: the state in a slot, gone where nothing is folded in, and as it was where none is given. */
function generalAfter(slot: 0 | 1): string {
  const given = moved[`general${slot}`];
  return `CASE WHEN ${moved.at} IS NULL THEN null WHEN ${given} IS NULL THEN person.general${String(slot)} ELSE ${given} END`;
}

const movedEdge = new Columns<FoldedEdge & { readonly edge: Handle }>({ edge: null, ...figures });

const movedBeside = new Columns<Pick<FoldedEdge, keyof typeof figuresBeside> & { readonly edge: Handle }>({
  edge: null,
  ...figuresBeside,
});

/** Of edges that evidence is on all figures, of those that only hang on the sitting the ones that it moves. */
const MOVE = statement(
  'mastery.move',
  `CALL () {
     UNWIND $people AS item
     MATCH (person:Person) WHERE id(person) = ${moved.node}
     SET ${movedPerson.set('person', 'item')}, person.general0 = ${generalAfter(0)}, person.general1 = ${generalAfter(1)}
   }
   CALL () {
     UNWIND $skills AS row
     MATCH ()-[mastery:HAS_SKILL]->() WHERE id(mastery) = ${movedEdge.of('row').edge}
     SET ${movedEdge.set('mastery', 'row')}
   }
   CALL () {
     UNWIND $beside AS row
     MATCH ()-[mastery:HAS_SKILL]->() WHERE id(mastery) = ${movedBeside.of('row').edge}
     SET ${movedBeside.set('mastery', 'row')}
   }`,
);

const addedEdge = new Columns<Omit<FoundEdge, 'edge'> & { readonly person: Handle }>({
  person: null,
  skill: null,
  slot: '.slot',
  ...figures,
});
const added = addedEdge.of('row');

const ADD_SKILLS = statement(
  'mastery.addSkills',
  `UNWIND $rows AS row
   MATCH (person:Person) WHERE id(person) = ${added.person}
   MATCH (skill:Skill {id: ${added.skill}})
   CREATE (person)-[:HAS_SKILL {${addedEdge.map('row')}}]->(skill)`,
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
  const edgesMoved: ReturnType<typeof movedEdge.rowOf>[] = [];
  const edgesBeside: ReturnType<typeof movedBeside.rowOf>[] = [];
  const edgesAdded: ReturnType<typeof addedEdge.rowOf>[] = [];
  const people = states.map(({ node, position, folded }) => {
    const general: [GeneralRow | null, GeneralRow | null] = [null, null];
    let sitting: PersonState['sitting'] = null;
    for (const { number, slot } of calibrations) {
      const state = folded.get(number);
      if (!state) continue;
      general[slot] = generalRowOf(number, state.person);
      ({ sitting } = state.person);
      const memories = memoriesBySkill(state.person);
      for (const [skill, one] of state.person.skills) {
        const edge = state.edges.get(skill);
        const kept = memories.get(skill) ?? null;
        if (edge === undefined)
          edgesAdded.push(addedEdge.rowOf({ person: node, skill, slot, ...foldedEdgeOf(one, kept) }));
        else if (state.hanging?.has(skill))
          edgesBeside.push(movedBeside.rowOf({ edge, ...one, rateSlope: storedRateSlope(one.rateSlope) }));
        else edgesMoved.push(movedEdge.rowOf({ edge, ...foldedEdgeOf(one, kept) }));
      }
    }
    const { at, attempt, id } = position ?? { at: null, attempt: null, id: null };
    return movedPerson.rowOf({ node, at, attempt, id, sitting, general0: general[0], general1: general[1] });
  });
  await tx.query(MOVE, { people, skills: edgesMoved, beside: edgesBeside });
  tx.changed(
    'states',
    states.map(({ person }) => person),
  );
  if (edgesAdded.length > 0) await tx.query(ADD_SKILLS, { rows: edgesAdded });
  const gone = states.flatMap(({ gone: edges = [] }) => edges);
  if (gone.length > 0) await tx.query(REMOVE_SKILLS, { edges: gone });
}

function foldedEdgeOf(state: SkillState, memories: StoredMemories | null): FoldedEdge {
  const { intercept, generalSlope, sittingSlope, variance, day, sitting, answers, claims } = state;
  const lastEvidenceAt = momentOf(day);
  const figuresOfSkill = { intercept, generalSlope, sittingSlope, variance, sitting, answers, claims };
  return { ...figuresOfSkill, rateSlope: storedRateSlope(state.rateSlope), lastEvidenceAt, memories };
}
