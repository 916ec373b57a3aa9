import { expectAll } from '../../graph/driver/errors';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { Calibration } from '../calibrations/calibration.store';
import {
  figures,
  figuresBeside,
  generalRowsColumns,
  generalStateOf,
  type FoldedEdge,
  type FoldedState,
  type GeneralRows,
  type StoredState,
} from './state.store';
import { skillStateOf } from '../states/stored-state';
import { recollect } from './stored-memories';

/** A locked person, and skills that evidence is on. */
export interface AskedPerson extends Pick<StoredState, 'person' | 'node' | 'position'> {
  /** Internal ids by node. */
  readonly skills: ReadonlyMap<Handle, string>;
}

const askedPerson = new Columns<{ readonly node: Handle; readonly skills: readonly Handle[] }>({
  node: null,
  skills: null,
});
const asked = askedPerson.of('item');

/** What a step on other skills reads and moves of an edge. */
interface HangingEdge extends Pick<FoldedEdge, keyof typeof figuresBeside> {
  readonly node: Handle;
  readonly edge: Handle;
  readonly slot: number;
}

const found = { node: 'id(skill)', edge: 'id(mastery)', slot: '.slot' } as const;
const hangingEdge = new Columns<HangingEdge>({ ...found, ...figuresBeside });
/** Begins as that of a hanging edge does. */
const askedEdge = new Columns<HangingEdge & FoldedEdge>({ ...found, ...figures });

interface SomeRow extends GeneralRows {
  readonly skills: readonly ColumnRow<HangingEdge & FoldedEdge>[];
}

const READ_SOME = statement<SomeRow>(
  'mastery.readSome',
  `UNWIND $people AS item
   MATCH (person:Person) WHERE id(person) = ${asked.node}
   RETURN ${generalRowsColumns},
          COLLECT { MATCH (person)-[mastery:HAS_SKILL]->(skill)
            WHERE mastery.sittingSlope <> 0.0 OR id(skill) IN ${asked.skills}
            RETURN CASE WHEN id(skill) IN ${asked.skills} THEN ${askedEdge.list('mastery')}
              ELSE ${hangingEdge.list('mastery')} END } AS skills`,
);

/**
 * States of people whose lock is held, of skills only those named and those that still hang on the last sitting: all that
 * a step reads. In the order asked for.
 */
export async function readStatesOfSkills(
  tx: Queries,
  people: readonly AskedPerson[],
  calibrations: readonly Calibration[],
): Promise<StoredState[]> {
  if (people.length === 0) return [];
  const items = people.map(({ node, skills }) => askedPerson.rowOf({ node, skills: [...skills.keys()] }));
  const rows = await tx.query(READ_SOME, { people: items });
  expectAll(rows.length, people.length);
  return people.flatMap((one, place) => {
    const row = rows[place];
    return row ? [someOf(one, row, calibrations)] : [];
  });
}

function someOf(
  { person, node, position, skills }: AskedPerson,
  row: SomeRow,
  calibrations: readonly Calibration[],
): StoredState {
  const folded = new Map<number, FoldedState>();
  for (const calibration of calibrations) {
    const state = generalStateOf(row, calibration);
    if (!state) continue;
    const edges = new Map<string, Handle>();
    const hanging = new Set<string>();
    for (const columns of row.skills) {
      const edge = askedEdge.fieldsOf(columns);
      if (edge.slot !== calibration.slot) continue;
      const asking = skills.get(edge.node);
      // Nothing asks for it by its id, which was not read.
      const skill = asking ?? `node ${String(edge.node)}`;
      edges.set(skill, edge.edge);
      if (asking !== undefined) {
        state.skills.set(skill, skillStateOf(edge, edge.sitting));
        recollect(state.memories, skill, edge.memories);
      } else {
        hanging.add(skill);
        const { intercept, generalSlope, sittingSlope, rateSlope, variance } = edge;
        // As any other state is laid out: one that is not would slow down the fold of all.
        state.skills.set(skill, {
          intercept,
          generalSlope,
          sittingSlope,
          rateSlope: rateSlope ?? 0,
          variance,
          day: NaN,
          sitting: 0,
          answers: 0,
          claims: 0,
        });
      }
    }
    folded.set(calibration.number, { person: state, edges, hanging });
  }
  return { person, node, position, folded };
}
