import { compareEvidence, foldInto, type FoldItem } from '../../estimators/fold';
import { newPerson, type PersonState, type SkillState } from '../../estimators/person-state';
import type { Handle, Queries } from '../../graph/statement';
import { answersOfPeople, type AnswersOfPerson, type StoredAnswer } from '../evidence/evidence.store';
import { calibrationsInUse, type Calibration } from './calibration.store';
import { itemOf, itemsOf } from './evidence-items';
import type { LockedPerson } from './recording.store';
import {
  readStates,
  readStatesOfSkills,
  writeStates,
  type FoldedState,
  type StateToWrite,
  type StoredState,
} from './state.store';
import { versionParameters, type VersionParameters } from './version.store';

/**
 * Moves the mastery of locked people by answers that were just written: one step each where they are later than all
 * that was folded in, a fold from the beginning where one is not; tells how many people the latter were.
 */
export async function foldIn(
  tx: Queries,
  answers: readonly StoredAnswer[],
  people: Iterable<LockedPerson>,
  versions: readonly VersionParameters[],
): Promise<number> {
  const counting = answers.filter(({ withdrawn }) => !withdrawn);
  if (counting.length === 0) return 0;
  const calibrations = await calibrationsInUse(tx);
  const parameters = new Map(versions.map((version) => [version.version, version]));
  const byPerson = new Map<string, StoredAnswer[]>();
  for (const answer of counting) {
    const given = byPerson.get(answer.person);
    if (given) given.push(answer);
    else byPerson.set(answer.person, [answer]);
  }
  for (const given of byPerson.values()) given.sort(compareEvidence);
  const late = new Set<string>();
  const inOrder: LockedPerson[] = [];
  for (const person of people) {
    const [first] = byPerson.get(person.person) ?? [];
    if (first === undefined) continue;
    if (person.position && compareEvidence(first, person.position) < 0) late.add(person.person);
    else inOrder.push(person);
  }
  const stored = await readStatesOfSkills(
    tx,
    inOrder.map(({ person, node }) => ({ node, skills: nodesOf(byPerson.get(person) ?? [], parameters) })),
    calibrations,
  );
  const stepped: StateToWrite[] = [];
  for (const state of stored) {
    const given = byPerson.get(state.person) ?? [];
    const folded = movedOn(state, given, parameters, calibrations);
    if (folded) stepped.push({ ...state, position: positionAfter(given), folded });
    else late.add(state.person);
  }
  await writeStates(tx, stepped, calibrations);
  await refold(tx, [...late]);
  return late.size;
}

/** The nodes of the skills that these answers move. */
function nodesOf(
  answers: readonly StoredAnswer[],
  parameters: ReadonlyMap<string, VersionParameters>,
): Handle[] {
  return [...new Set(answers.flatMap(({ version }) => parameters.get(version)?.skillNodes ?? []))];
}

/**
 * A person's states moved on by answers. Whoever has no evidence yet starts with every calibration in use; one whose
 * states are still being made is left to whoever makes them. Undefined where the current one's are missing.
 */
function movedOn(
  stored: StoredState,
  answers: readonly StoredAnswer[],
  parameters: ReadonlyMap<string, VersionParameters>,
  calibrations: readonly Calibration[],
): Map<number, FoldedState> | undefined {
  const folded = new Map<number, FoldedState>();
  for (const calibration of calibrations) {
    const { number, current } = calibration;
    const before = stored.folded.get(number) ?? (stored.position ? undefined : nothing(calibration));
    if (!before) {
      if (current) return undefined;
      continue;
    }
    const items = answers.map((answer) => itemOf(answer, parameters, number));
    foldInto(before.person, items, calibration);
    folded.set(number, before);
  }
  return folded;
}

function nothing(calibration: Calibration): FoldedState {
  return { person: newPerson(calibration), edges: new Map() };
}

function positionAfter(items: readonly FoldItemPlace[]): StoredState['position'] {
  const last = items.at(-1);
  return last && { at: last.at, attempt: last.attempt, id: last.id };
}

type FoldItemPlace = Pick<FoldItem, 'at' | 'attempt' | 'id'>;

/**
 * Folds locked people from the beginning, with every calibration in use or those given, and writes what differs; tells
 * whose stored state was different.
 */
export async function refold(
  tx: Queries,
  people: readonly string[],
  given?: readonly Calibration[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const inUse = await calibrationsInUse(tx);
  const calibrations = given ?? inUse;
  const before = await readStates(tx, people, inUse);
  const evidence = await answersOfPeople(tx, people);
  const parameters = await versionParameters(
    tx,
    evidence.flatMap(({ answers }) => answers.map((answer) => answer[5])),
  );
  const changed: StateToWrite[] = [];
  for (const { person, answers } of evidence) {
    const stored = before.get(person);
    if (stored === undefined) continue;
    const after = refolded(stored, answers, parameters, calibrations);
    if (after) changed.push(after);
  }
  await writeStates(tx, changed, calibrations);
  return changed.map(({ person }) => person);
}

/** What a fold from the beginning gives where it differs from what is stored. */
function refolded(
  stored: StoredState,
  answers: AnswersOfPerson['answers'],
  parameters: ReadonlyMap<string, VersionParameters>,
  calibrations: readonly Calibration[],
): StateToWrite | undefined {
  const folded = new Map<number, FoldedState>();
  const gone: Handle[] = [];
  let position: StoredState['position'];
  let differs = false;
  for (const calibration of calibrations) {
    const { number } = calibration;
    const items = itemsOf(answers, parameters, number);
    const person = newPerson<string>(calibration);
    foldInto(person, items, calibration);
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
  'sitting',
  'sittings',
  'day',
] as const satisfies readonly (keyof PersonState)[];

/** Bit for bit. */
function samePerson(left: PersonState, right: PersonState): boolean {
  return (
    left.skills.size === right.skills.size &&
    generalFigures.every((figure) => Object.is(left[figure], right[figure])) &&
    [...right.skills].every(([skill, state]) => {
      const other = left.skills.get(skill);
      return other && skillFigures.every((figure) => Object.is(other[figure], state[figure]));
    })
  );
}
