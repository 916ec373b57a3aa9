import { step } from '../../estimators/fold';
import { expectedLevel } from '../../estimators/level';
import { abilityOn, newPerson } from '../../estimators/person-state';
import type { RequestContext } from '../access/context';
import { load, type BatchRead } from '../access/loaders';
import { answersOfPeople } from '../evidence/evidence.store';
import { questionVersionByKey } from '../questions/question.loader';
import { currentCalibration, skillReferences, type Calibration } from './calibration.store';
import { itemsOf, type AnswerItem } from './evidence-items';
import { percent } from './mastery.read';
import { MasteryChangeKind, type MasteryChange, type MasteryExplanation } from './mastery.type';
import { dayOf } from './stored-state';
import { versionParameters } from './version.store';

/** A change before its question is looked up. */
interface Change {
  readonly kind: MasteryChangeKind;
  readonly at: number;
  readonly change: number;
  readonly answer?: { readonly version: string; readonly expected: number; readonly score: number };
}

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
    evidence.flatMap(({ answers }) => answers.map((answer) => answer[5])),
  );
  const items = new Map(
    evidence.map(({ person, answers }) => [person, itemsOf(answers, parameters, calibration.number)]),
  );
  return Promise.all(
    pairs.map(async ([person, skill]) => {
      const told = explain(items.get(person) ?? [], skill, references.get(skill) ?? 0, calibration, asOf);
      const changes = await Promise.all(told.changes.map((change) => shown(context, change)));
      return { prior: told.prior, level: told.level, changes: changes.reverse() };
    }),
  );
};

/**
 * The fold told as a sum: each item's change is the level after it minus the level before, so that they telescope. What
 * fades within a sitting is told with what fades until the next one.
 */
function explain(
  items: readonly AnswerItem[],
  skill: string,
  reference: number,
  calibration: Calibration,
  asOf: number,
): { prior: number; level: number; changes: Change[] } {
  const person = newPerson<string>(calibration);
  const levelAt = (at: number): number =>
    expectedLevel(abilityOn(person, person.skills.get(skill), dayOf(at), calibration), reference);
  const changes: Change[] = [];
  const prior = levelAt(0);
  let level = prior;
  let fading = 0;
  const fade = (at: number): void => {
    const faded = levelAt(at);
    fading += faded - level;
    level = faded;
  };
  const tellFading = (at: number): void => {
    if (fading !== 0) changes.push({ kind: MasteryChangeKind.FADING, at, change: fading });
    fading = 0;
  };
  for (const item of items) {
    fade(item.at);
    const { sittings } = person;
    const expected = step(person, item, calibration)?.probability ?? NaN;
    const after = levelAt(item.at);
    if (person.sittings !== sittings) tellFading(item.at);
    const isOnSkill = item.answered !== undefined && Array.from(item.answered.skills).includes(skill);
    changes.push({
      kind: isOnSkill ? MasteryChangeKind.ANSWER : MasteryChangeKind.RELATED_ANSWER,
      at: item.at,
      change: after - level,
      answer: { version: item.version, expected, score: item.answered?.score ?? NaN },
    });
    level = after;
  }
  fade(asOf);
  tellFading(asOf);
  return { prior, level, changes };
}

async function shown(context: RequestContext, told: Change): Promise<MasteryChange> {
  const { kind, at, change, answer } = told;
  const version = answer ? await load(context, questionVersionByKey, answer.version, null) : null;
  return {
    kind,
    at: new Date(at),
    change,
    version,
    expected: answer?.expected ?? null,
    score: answer?.score ?? null,
    summary: summaryOf(told),
  };
}

function summaryOf({ kind, change, answer }: Change): string {
  const moved = `${change >= 0 ? 'raised' : 'lowered'} the level by ${(100 * Math.abs(change)).toFixed(1)} points`;
  if (!answer) return `Time without evidence made the level less certain and ${moved}.`;
  const { score, expected } = answer;
  const happened = `scored ${percent(score)} where ${percent(expected)} was expected`;
  const against = change * (score - expected) < 0;
  if (kind === MasteryChangeKind.RELATED_ANSWER) {
    const why = against
      ? 'the other way, since it is taken to be about those skills and not about ability in general'
      : 'through what it says of ability in general';
    return `An answer on other skills ${happened}, and ${moved}, ${why}.`;
  }
  const why = against ? ', the other way: practice, or another skill of the question, explains it' : '';
  return `An answer ${happened}, and ${moved}${why}.`;
}
