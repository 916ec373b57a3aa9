import type { AnsweredTest, AskedQuestion } from './answered-test';
import {
  learnedHabits,
  usualOfOptions,
  usualOfScores,
  weighKeys,
  type KeyHabits,
  type KeyHypothesis,
} from './latent-key';
import {
  abilityGrid,
  choiceTable,
  restAbilitySteps,
  type OptionCurves,
  type PassedOver,
} from './rest-ability';

/** What all answers of a test say of each of its questions. */
export interface WeighedTest {
  /** By question, of each answer. */
  readonly abilities: readonly Float64Array[];
  readonly hypotheses: readonly (readonly KeyHypothesis[])[];
  readonly habits: { readonly options: KeyHabits; readonly scores: KeyHabits };
  readonly curves: readonly OptionCurves[];
  readonly otherSkills: number;
}

/** Abilities depend on the keys and the keys on the abilities: after so many rounds nothing moves that matters. */
const rounds = 3;
/** How much answers on other skills may count; the evidence decides. */
const otherSkillsTried = [1, 0.25];
/** Hypotheses less probable than this are left out of the curves. */
const negligible = 1e-3;

/** Weighs the keys of all questions, by turns with the abilities of the people, in steps of no more than a question each. */
export function* weighingSteps(
  test: AnsweredTest,
  passedOver: PassedOver,
  from?: WeighedTest,
): Generator<void, WeighedTest> {
  const habits = from?.habits ?? { options: usualOfOptions, scores: usualOfScores };
  const start = {
    habits,
    curves: from?.curves ?? (yield* firstCurvesSteps(test)),
    hypotheses: from?.hypotheses ?? [],
  };
  const tried = from ? [from.otherSkills] : test.skills.length > 1 ? otherSkillsTried : [1];
  const begun: WeighedTest[] = [];
  for (const otherSkills of tried) begun.push(yield* roundSteps(test, passedOver, { ...start, otherSkills }));
  let best = begun.reduce((one, other) => (soundEvidence(other) > soundEvidence(one) ? other : one));
  for (let next = 1; next < rounds; next++) best = yield* roundSteps(test, passedOver, best);
  return best;
}

function* roundSteps(
  test: AnsweredTest,
  passedOver: PassedOver,
  before: Omit<WeighedTest, 'abilities'>,
): Generator<void, WeighedTest> {
  const { curves, otherSkills, habits } = before;
  const abilities = yield* restAbilitySteps(test, { curves, otherSkills, passedOver });
  const weighed: { hypotheses: KeyHypothesis[]; possible: number; scoresOnly: boolean }[] = [];
  const found: OptionCurves[] = [];
  for (const [index, question] of test.questions.entries()) {
    const scoresOnly = question.option === undefined;
    const possible = scoresOnly ? 2 : question.labels.length;
    const table = choiceTable(question, abilities[index] ?? new Float64Array(), (answer) =>
      passedOver(index, answer),
    );
    const used = scoresOnly ? habits.scores : habits.options;
    const hypotheses = weighKeys({ table, possible, scoresOnly }, used, before.hypotheses[index]);
    weighed.push({ hypotheses, possible, scoresOnly });
    yield;
    found.push(curvesOf(hypotheses));
    yield;
  }
  const learned = {
    options: learnedHabits(
      weighed.filter(({ scoresOnly }) => !scoresOnly),
      usualOfOptions,
    ),
    scores: learnedHabits(
      weighed.filter(({ scoresOnly }) => scoresOnly),
      usualOfScores,
    ),
  };
  const hypotheses = weighed.map((one) => one.hypotheses);
  return { abilities, hypotheses, habits: learned, curves: found, otherSkills };
}

function* firstCurvesSteps({ questions }: AnsweredTest): Generator<void, OptionCurves[]> {
  const found: OptionCurves[] = [];
  for (const question of questions) {
    found.push(firstCurves(question));
    yield;
  }
  return found;
}

/** Before anything is known the key rises with ability, and the others share what is left as they were chosen. */
function firstCurves({ options, option, score }: AskedQuestion): Float64Array[] {
  const chosen = new Float64Array(options).fill(0.5);
  score.forEach((right, answer) => {
    if (option) chosen[option[answer] ?? 0] = (chosen[option[answer] ?? 0] ?? 0) + 1;
    else {
      chosen[0] = (chosen[0] ?? 0) + right;
      chosen[1] = (chosen[1] ?? 0) + 1 - right;
    }
  });
  const [key = 0] = chosen;
  const others = chosen.reduce((sum, times) => sum + times, 0) - key;
  const ease = Math.log(key / others);
  return Array.from(chosen, (times, index) =>
    abilityGrid.map((ability) => {
      const right = 1 / (1 + Math.exp(-(usualOfOptions.keySlope * ability + ease)));
      return Math.log(index === 0 ? right : ((1 - right) * times) / others);
    }),
  );
}

/** Probabilities of the options, averaged over the hypotheses. */
function curvesOf(hypotheses: readonly KeyHypothesis[]): Float64Array[] {
  const options = hypotheses[0]?.fit.slope.length ?? 0;
  const sums = Array.from({ length: options }, () => new Float64Array(abilityGrid.length));
  for (const { fit, probability } of hypotheses) {
    if (probability < negligible) continue;
    abilityGrid.forEach((ability, point) => {
      const odds = fit.slope.map((slope, option) => Math.exp((fit.ease[option] ?? 0) + slope * ability));
      const total = odds.reduce((sum, part) => sum + part, 0);
      sums.forEach((sum, option) => {
        sum[point] = (sum[point] ?? 0) + (probability * (odds[option] ?? 0)) / total;
      });
    });
  }
  return sums.map((sum) => sum.map(Math.log));
}

function soundEvidence({ hypotheses }: WeighedTest): number {
  return hypotheses.reduce((sum, [sound]) => sum + (sound?.fit.logEvidence ?? 0), 0);
}
