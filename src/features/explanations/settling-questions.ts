import { foldSteps } from '../../estimators/fold';
import { settlingOf, type Settling } from '../../estimators/next-question';
import { newPerson, type PersonState } from '../../estimators/person-state';
import { percent } from '../../shared/percent';
import { inSlices } from '../../shared/slices';
import { versionsToAsk, type AskableVersion } from '../calibrations/version.store';
import { questionVersionByKey } from '../questions/question.loader';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import { askings } from './askings';
import { foldingsOf, type Folding } from './folding';
import type { SettlingQuestion } from './next-questions.type';

/** Whether somebody's ability in a skill is above a threshold, logits; internal ids. */
export interface ToSettle {
  readonly person: string;
  readonly skill: string;
  readonly threshold: number;
}

/** What tells less than this is no use, bits. */
const leastTold = 0.001;

/**
 * For each the questions whose answers would tell most of it, the most first. What is known of a person is put together once,
 * however much is to be settled; they are looked at by this.
 */
export async function settlingQuestions(
  context: RequestContext,
  wanted: readonly ToSettle[],
  most: number,
): Promise<SettlingQuestion[][]> {
  for (const { person } of wanted) context.looks.add('mastery', person);
  const keys = wanted.map(({ person, skill }) => `${person} ${skill}`);
  const foldings = await foldingsOf(context, keys);
  const [first] = foldings;
  if (!first) return [];
  const skills = [...new Set(wanted.map(({ skill }) => skill))];
  const versions = await versionsToAsk(context.database, skills, first.calibration);
  const people = new Map<string, PersonState>();
  const chosen: Choice[][] = [];
  for (const [place, { person, skill, threshold }] of wanted.entries()) {
    const folding = foldings[place];
    if (!folding) continue;
    const known = people.get(person) ?? (await inSlices(folded(folding), context.gone));
    people.set(person, known);
    const choosing = choose(known, folding, versions.get(skill) ?? [], { threshold, now: context.now });
    chosen.push((await inSlices(choosing, context.gone)).slice(0, most));
  }
  const shown = chosen.flatMap((ofOne) => ofOne.map(({ version }) => version));
  const loaded = await loadAhead(context, questionVersionByKey, shown, null);
  return chosen.map((ofOne) =>
    ofOne.flatMap(({ version: key, ...settling }) => {
      const version = loaded.get(key);
      const { probability, ifRight, ifWrong, told } = settling;
      return version
        ? [{ ...{ version, probability, ifRight, ifWrong, told }, summary: settlingInWords(settling) }]
        : [];
    }),
  );
}

function* folded({ items, calibration }: Folding): Generator<void, PersonState> {
  const person = newPerson<string>(calibration);
  yield* foldSteps(person, items, calibration);
  return person;
}

interface Choice extends Settling {
  /** Internal ids. */
  readonly version: string;
  readonly question: string;
}

function* choose(
  person: PersonState,
  folding: Folding,
  versions: readonly AskableVersion[],
  { threshold, now }: { readonly threshold: number; readonly now: number },
): Generator<void, Choice[]> {
  const choices: Choice[] = [];
  for (const { version, question, asking } of askings(folding, versions, now)) {
    const settling = settlingOf(person, folding.skill, threshold, asking, folding.calibration);
    choices.push({ version, question, ...settling });
    yield;
  }
  return choices
    .filter(({ told }) => told > leastTold)
    .sort((one, other) => other.told - one.told || (one.question < other.question ? -1 : 1));
}

function settlingInWords({ ifRight, ifWrong }: Settling): string {
  return `The level is reached with ${percent(ifRight)} after a right answer, with ${percent(ifWrong)} after a wrong one.`;
}
