import { compareEvidence, foldSteps, type FoldItem, type FoldPosition } from '../../estimators/fold';
import { newPerson, type Memory, type PersonState, type SkillState } from '../../estimators/person-state';
import { inSlices } from '../../shared/slices';
import type { Handle, Queries } from '../../graph/driver/statement';
import { calibrationsInUse, type Calibration } from '../calibrations/calibration.store';
import { evidenceOfPeople, type EvidenceOfPeople } from './evidence-items';
import { readStatesOfSkills } from './asked-states.store';
import { Readings } from '../calibrations/readings';
import type { LockedPerson } from './locked-people.store';
import {
  readStates,
  writeStates,
  type FoldedState,
  type StateToWrite,
  type StoredState,
} from './state.store';

/** Evidence that was just written, and counts. */
export interface FreshEvidence extends FoldPosition {
  /** Internal id. */
  readonly person: string;
  /** The skills that it is on: internal ids by node. */
  readonly skills: ReadonlyMap<Handle, string>;
  /** Whether what counted before may count no more, or not yet, because of it: a step will not do. */
  readonly replaces?: boolean;
  readonly itemWith: (calibration: Calibration) => FoldItem;
}

/**
 * Moves the mastery of locked people by evidence that was just written: one step each where it is later than all that was
 * folded in, a fold from the beginning where it is not; gives how many people the latter were. `calibrations`: those found
 * in use after the people were locked.
 */
export async function foldIn(
  tx: Queries,
  evidence: readonly FreshEvidence[],
  people: Iterable<LockedPerson>,
  calibrations: readonly Calibration[],
): Promise<number> {
  if (evidence.length === 0) return 0;
  const byPerson = inOrderByPerson(evidence);
  const late = new Set<string>();
  // Two references may be of one person: once merged, say.
  const inOrder = new Map<string, LockedPerson>();
  for (const person of people) {
    const [first] = byPerson.get(person.person) ?? [];
    if (first === undefined) continue;
    const isLate = person.position && compareEvidence(first, person.position) < 0;
    if (isLate || byPerson.get(person.person)?.some(({ replaces }) => replaces)) late.add(person.person);
    else inOrder.set(person.person, person);
  }
  const stored = await readStatesOfSkills(
    tx,
    [...inOrder.values()].map((locked) => {
      const skills = byPerson.get(locked.person)?.flatMap((given) => [...given.skills]);
      return { ...locked, skills: new Map(skills) };
    }),
    calibrations,
  );
  const stepped: StateToWrite[] = [];
  for (const state of stored) {
    const given = byPerson.get(state.person) ?? [];
    const folded = await inSlices(movedOn(state, given, calibrations));
    if (folded) stepped.push({ ...state, position: positionAfter(given), folded });
    else late.add(state.person);
  }
  await writeStates(tx, stepped, calibrations);
  await refold(tx, [...late]);
  return late.size;
}

/** Each person's evidence in the order of the fold. */
function inOrderByPerson(evidence: readonly FreshEvidence[]): Map<string, FreshEvidence[]> {
  const byPerson = new Map<string, FreshEvidence[]>();
  for (const item of evidence) {
    const given = byPerson.get(item.person);
    if (given) given.push(item);
    else byPerson.set(item.person, [item]);
  }
  for (const given of byPerson.values()) given.sort(compareEvidence);
  return byPerson;
}

/**
 * A person's states moved on by evidence, in a step for each item. Whoever has none yet starts with every calibration in
 * use; one whose states are still being built is left to whoever builds them. Undefined where the current one's are missing.
 */
function* movedOn(
  stored: StoredState,
  evidence: readonly FreshEvidence[],
  calibrations: readonly Calibration[],
): Generator<void, Map<number, FoldedState> | undefined> {
  const folded = new Map<number, FoldedState>();
  for (const calibration of calibrations) {
    const { number, current } = calibration;
    const before = stored.folded.get(number) ?? (stored.position ? undefined : nothing(calibration));
    if (!before) {
      if (current) return undefined;
      continue;
    }
    yield* foldSteps(
      before.person,
      evidence.map(({ itemWith }) => itemWith(calibration)),
      calibration,
    );
    folded.set(number, before);
  }
  return folded;
}

function nothing(calibration: Calibration): FoldedState {
  return { person: newPerson(calibration), edges: new Map() };
}

function positionAfter(items: readonly FoldPosition[]): StoredState['position'] {
  const last = items.at(-1);
  return last && { at: last.at, attempt: last.attempt, id: last.id };
}

/**
 * Folds locked people from the beginning, with every calibration in use, and writes what differs; gives whose stored state
 * was different. States that are still being built are left to whoever builds them. A walk through everybody keeps what
 * it learned of questions, by `readingsOf`.
 */
export async function refold(
  tx: Queries,
  people: readonly string[],
  readingsOf = (inUse: readonly Calibration[]): Readings => new Readings(inUse),
): Promise<string[]> {
  if (people.length === 0) return [];
  return foldAnew(tx, people, readingsOf(await calibrationsInUse(tx)), isBuilt);
}

/** Builds the states of locked people with a calibration that is not in force yet. */
export async function buildStates(tx: Queries, people: readonly string[], readings: Readings): Promise<void> {
  if (people.length > 0) await foldAnew(tx, people, readings, () => true);
}

async function foldAnew(
  tx: Queries,
  people: readonly string[],
  readings: Readings,
  isWanted: (stored: StoredState, calibration: Calibration) => boolean,
): Promise<string[]> {
  const { calibrations } = readings;
  const before = await readStates(tx, people, calibrations);
  const evidence = await evidenceOfPeople(tx, people, readings);
  const changed: StateToWrite[] = [];
  for (const stored of before.values()) {
    const wanted = calibrations.filter((calibration) => isWanted(stored, calibration));
    const after = await inSlices(refolded(stored, evidence, wanted));
    if (after) changed.push(after);
  }
  await writeStates(tx, changed, calibrations);
  return changed.map(({ person }) => person);
}

/** Whoever has nothing folded in yet starts with every calibration at once. */
function isBuilt({ folded, position }: StoredState, { current, number }: Calibration): boolean {
  return current || !position || folded.has(number);
}

/** What a fold from the beginning gives where it differs from what is stored, in a step for each item. */
function* refolded(
  stored: StoredState,
  evidence: EvidenceOfPeople,
  calibrations: readonly Calibration[],
): Generator<void, StateToWrite | undefined> {
  const folded = new Map<number, FoldedState>();
  const gone: Handle[] = [];
  let position: StoredState['position'];
  let differs = false;
  for (const calibration of calibrations) {
    const { number } = calibration;
    const items = evidence.itemsOf(stored.person, calibration);
    const person = newPerson<string>(calibration);
    yield* foldSteps(person, items, calibration);
    position = positionAfter(items);
    const before = stored.folded.get(number);
    if (!before && items.length === 0) continue;
    const edges = before?.edges ?? new Map<string, Handle>();
    folded.set(number, { person, edges });
    if (!before || !samePerson(before.person, person)) differs = true;
    for (const [skill, edge] of edges) if (!person.skills.has(skill)) gone.push(edge);
  }
  if (!differs && JSON.stringify(stored.position) === JSON.stringify(position)) return undefined;
  return { ...stored, position, folded, gone };
}

const skillFigures = [
  'intercept',
  'generalSlope',
  'sittingSlope',
  'rateSlope',
  'variance',
  'day',
  'sitting',
  'answers',
  'claims',
] as const satisfies readonly (keyof SkillState)[];
const generalFigures = [
  'generalMean',
  'generalVariance',
  'sittingMean',
  'sittingVariance',
  'sittingCovariance',
  'rateMean',
  'rateVariance',
  'rateWithGeneral',
  'rateWithSitting',
  'sitting',
  'sittings',
  'answers',
  'day',
] as const satisfies readonly (keyof PersonState)[];

const memoryFigures = [
  'skill',
  'mean',
  'variance',
  'score',
  'day',
  'place',
] as const satisfies readonly (keyof Memory)[];

/** Bit for bit. */
function samePerson(left: PersonState, right: PersonState): boolean {
  return (
    left.skills.size === right.skills.size &&
    left.memories.size === right.memories.size &&
    [...right.memories].every(([question, memory]) => {
      const other = left.memories.get(question);
      return other && memoryFigures.every((figure) => Object.is(other[figure], memory[figure]));
    }) &&
    generalFigures.every((figure) => Object.is(left[figure], right[figure])) &&
    [...right.skills].every(([skill, state]) => {
      const other = left.skills.get(skill);
      return other && skillFigures.every((figure) => Object.is(other[figure], state[figure]));
    })
  );
}
