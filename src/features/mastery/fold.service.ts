import { compareEvidence, foldInto, type OrderedObservation } from '../../estimators/fold';
import { rasch } from '../../estimators/rasch';
import type { SkillState } from '../../estimators/types';
import type { Handle, Queries } from '../../graph/statement';
import { answersOfPeople, type AnswersOfPerson, type StoredAnswer } from '../evidence/evidence.store';
import { currentCalibration, type Calibration } from './calibration.store';
import type { LockedPerson } from './recording.store';
import { readStates, readStatesOfSkills, writeStates, type StoredState } from './state.store';
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
  const calibration = await currentCalibration(tx);
  const parameters = new Map(versions.map((version) => [version.version, version]));
  const byPerson = new Map<string, ReturnType<typeof observationOf>[]>();
  for (const answer of counting) {
    const observation = observationOf(answer, parameters);
    const observations = byPerson.get(answer.person);
    if (observations) observations.push(observation);
    else byPerson.set(answer.person, [observation]);
  }
  for (const observations of byPerson.values()) observations.sort(compareEvidence);
  const late = new Set<string>();
  const inOrder = new Map<string, LockedPerson>();
  for (const person of people) {
    const [first] = byPerson.get(person.person) ?? [];
    if (first === undefined) continue;
    if (person.position && compareEvidence(first, person.position) < 0) late.add(person.person);
    else inOrder.set(person.person, person);
  }
  const stored = await readStatesOfSkills(
    tx,
    [...inOrder.values()].map((person) => ({
      ...person,
      skills: nodesOf(byPerson.get(person.person) ?? [], parameters),
    })),
  );
  const stepped = stored.map((state) =>
    folded(state, state.skills, byPerson.get(state.person) ?? [], calibration),
  );
  await writeStates(tx, stepped);
  await refold(tx, [...late]);
  return late.size;
}

/** The nodes of the skills that these observations move. */
function nodesOf(
  observations: readonly { readonly version: string }[],
  parameters: ReadonlyMap<string, VersionParameters>,
): Handle[] {
  return [...new Set(observations.flatMap(({ version }) => parameters.get(version)?.skillNodes ?? []))];
}

/** Folds locked people from the beginning and writes what differs; tells whose stored state was different. */
export async function refold(tx: Queries, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const calibration = await currentCalibration(tx);
  const before = await readStates(tx, people);
  const evidence = await answersOfPeople(tx, people);
  const parameters = await versionParameters(
    tx,
    evidence.flatMap(({ answers }) => answers.map(([, , , , version]) => version)),
  );
  const changed: StoredState[] = [];
  const gone: { person: string; skills: string[] }[] = [];
  for (const { person, answers } of evidence) {
    const stored = before.get(person);
    if (stored === undefined) continue;
    const after = folded(stored, new Map(), observationsOf(answers, parameters), calibration);
    if (sameState(stored, after)) continue;
    changed.push(after);
    const skills = [...stored.skills.keys()].filter((skill) => !after.skills.has(skill));
    if (skills.length > 0) gone.push({ person, skills });
  }
  await writeStates(tx, changed, gone);
  return changed.map(({ person }) => person);
}

/** The stored state moved on, from the skills given, by observations in order. */
function folded(
  stored: StoredState,
  from: ReadonlyMap<string, SkillState>,
  observations: readonly OrderedObservation[],
  calibration: Calibration,
): StoredState {
  const skills = new Map(from);
  foldInto(skills, observations, rasch, calibration);
  const last = observations.at(-1);
  return { ...stored, position: last && { at: last.at, attempt: last.attempt, id: last.id }, skills };
}

/** A person's answers as the model reads them, in the order of every fold. */
export function observationsOf(
  answers: AnswersOfPerson['answers'],
  parameters: ReadonlyMap<string, VersionParameters>,
): ReturnType<typeof observationOf>[] {
  return answers
    .map(([id, at, attempt, score, version]) =>
      observationOf({ id, at, attempt, score, version }, parameters),
    )
    .sort(compareEvidence);
}

/** An answer as the model reads it. */
function observationOf(
  answer: { id: string; at: number; attempt: number; score: number; version: string },
  parameters: ReadonlyMap<string, VersionParameters>,
): OrderedObservation & { version: string } {
  const version = parameters.get(answer.version);
  if (!version) throw new Error(`Question version ${answer.version} is not there.`);
  const { id, at, attempt, score } = answer;
  return {
    id,
    at,
    attempt,
    score,
    version: answer.version,
    difficulty: version.difficulty,
    skills: version.skills,
  };
}

function sameState(left: StoredState, right: StoredState): boolean {
  const position = (state: StoredState): string => JSON.stringify(state.position ?? null);
  if (position(left) !== position(right) || left.skills.size !== right.skills.size) return false;
  return [...right.skills].every(([skill, state]) => {
    const other = left.skills.get(skill);
    return (
      other?.mean === state.mean &&
      other.variance === state.variance &&
      other.lastEvidenceAt === state.lastEvidenceAt &&
      other.answers === state.answers
    );
  });
}
