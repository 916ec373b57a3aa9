import { foldInto } from '../../estimators/fold';
import { levelOf } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import type { SkillState } from '../../estimators/types';
import { answersOfPeople } from '../evidence/evidence.store';
import { questionVersionByKey } from '../questions/question.loader';
import { load, type BatchRead } from '../access/loaders';
import { currentCalibration, skillReferences, type Calibration } from './calibration.store';
import { observationsOf } from './fold.service';
import { percent } from './mastery.read';
import { MasteryChangeKind, type MasteryChange, type MasteryExplanation } from './mastery.type';
import { versionParameters } from './version.store';

/** A change before its question is looked up. */
interface Change {
  readonly kind: MasteryChangeKind;
  readonly at: number;
  readonly change: number;
  readonly answer?: { readonly version: string; readonly expected: number; readonly score: number };
}

type Observation = ReturnType<typeof observationsOf>[number];

/** Explanations by 'person skill' (internal ids); one read of evidence for all of them. */
export const explanationOfMastery: BatchRead<string, MasteryExplanation, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const pairs = keys.map((key) => key.split(' ') as [person: string, skill: string]);
  const people = [...new Set(pairs.map(([person]) => person))];
  const [calibration, references, evidence] = await Promise.all([
    currentCalibration(context.database),
    skillReferences(
      context.database,
      pairs.map(([, skill]) => skill),
    ),
    answersOfPeople(context.database, people),
  ]);
  const parameters = await versionParameters(
    context.database,
    evidence.flatMap(({ answers }) => answers.map(([, , , , version]) => version)),
  );
  const observations = new Map(
    evidence.map(({ person, answers }) => [person, observationsOf(answers, parameters)]),
  );
  return Promise.all(
    pairs.map(async ([person, skill]) => {
      const told = explain(
        observations.get(person) ?? [],
        skill,
        references.get(skill) ?? 0,
        calibration,
        asOf,
      );
      const changes = await Promise.all(told.changes.map((change) => shown(context, change)));
      return { prior: told.prior, level: told.level, changes: changes.reverse() };
    }),
  );
};

/** The fold told as a sum: each item's change is the level after it minus the level before, so that they telescope. */
function explain(
  observations: readonly Observation[],
  skill: string,
  reference: number,
  calibration: Calibration,
  asOf: number,
): { prior: number; level: number; changes: Change[] } {
  const levelAt = (state: SkillState | undefined, at: number): number =>
    levelOf(rasch.fade(state, at, calibration), reference).level;
  const person = new Map<string, SkillState>();
  const changes: Change[] = [];
  const prior = levelAt(undefined, 0);
  let level = prior;
  const fadeTo = (at: number): void => {
    const faded = levelAt(person.get(skill), at);
    if (faded !== level) changes.push({ kind: MasteryChangeKind.FADING, at, change: faded - level });
    level = faded;
  };
  for (const observation of observations) {
    if (observation.skills.includes(skill)) {
      fadeTo(observation.at);
      const expected = rasch.expect(person, observation, calibration);
      foldInto(person, [observation], rasch, calibration);
      const after = levelAt(person.get(skill), observation.at);
      const answer = { version: observation.version, expected, score: observation.score };
      changes.push({ kind: MasteryChangeKind.ANSWER, at: observation.at, change: after - level, answer });
      level = after;
    } else {
      foldInto(person, [observation], rasch, calibration);
    }
  }
  fadeTo(asOf);
  return { prior, level, changes };
}

async function shown(
  context: Parameters<typeof explanationOfMastery>[0],
  change: Change,
): Promise<MasteryChange> {
  const version = change.answer
    ? await load(context, questionVersionByKey, change.answer.version, null)
    : null;
  const moved = `${change.change >= 0 ? 'raised' : 'lowered'} the level by ${(100 * Math.abs(change.change)).toFixed(1)} points`;
  return {
    kind: change.kind,
    at: new Date(change.at),
    change: change.change,
    version,
    expected: change.answer?.expected ?? null,
    score: change.answer?.score ?? null,
    summary: change.answer
      ? `An answer scored ${percent(change.answer.score)} where ${percent(change.answer.expected)} was expected, and ${moved}.`
      : `Time without evidence made the level less certain and ${moved}.`,
  };
}
