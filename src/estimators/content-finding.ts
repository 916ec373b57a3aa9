import type { WeighedTest } from './answer-keys';
import type { AnsweredTest, AskedQuestion } from './answered-test';
import { probabilityOfTwoAlike, type KeyHypothesis, type KeyKind } from './latent-key';
import { shiftByDateSteps, shiftByTeamSteps } from './question-shift';
import type { PassedOver } from './rest-ability';

export type ProblemKind = 'WRONG_KEY' | 'AMBIGUOUS' | 'NOT_TAUGHT' | 'OUTDATED' | 'UNFAIR';

/** What speaks for a problem of one question. */
export interface ContentFinding {
  /** Probability of a content problem. */
  readonly content: number;
  /** The most probable kind, and how much of the probability of a problem it has. */
  readonly kind: ProblemKind;
  readonly kindShare: number;
  /** The option that is likely right besides the stated key or in its place. */
  readonly key: string | undefined;
  /** The option that the able choose as they choose the key, and how probable it is that they do. */
  readonly alike: { readonly option: string | undefined; readonly probability: number };
  /** The team to which it would be unfair. */
  readonly team: number | undefined;
  /** The day from which on it would be outdated. */
  readonly since: number | undefined;
  /** How much steeper the stated key rises with ability than what else was chosen, logits a standard deviation. */
  readonly discrimination: number;
}

/**
 * Weighs all that can be wrong with one question. The answer keys share out the probability among sound, wrong, ambiguous and
 * unknowable; that a sound question is harder for one team, or from some day on, competes with its being sound.
 */
export function* findingSteps(
  test: AnsweredTest,
  weighed: WeighedTest,
  index: number,
  passedOver: PassedOver,
): Generator<void, ContentFinding | undefined> {
  const question = test.questions[index];
  const abilities = weighed.abilities[index];
  const hypotheses = weighed.hypotheses[index];
  if (!question || !abilities || !hypotheses) return undefined;
  const habits = question.option ? weighed.habits.options : weighed.habits.scores;
  const rows = [...question.score.keys()].filter((answer) => !passedOver(index, answer));
  const judged = { question, abilities, habits, rows };
  const byTeam = yield* shiftByTeamSteps(test, judged);
  const byDate = yield* shiftByDateSteps(judged);
  const sound = probabilityOf(hypotheses, 'SOUND');
  const weights: [ProblemKind, number][] = [
    ['WRONG_KEY', probabilityOf(hypotheses, 'WRONG_KEY')],
    ['AMBIGUOUS', probabilityOf(hypotheses, 'AMBIGUOUS')],
    ['NOT_TAUGHT', probabilityOf(hypotheses, 'NO_KEY')],
    ['UNFAIR', sound * (byTeam?.odds ?? 0)],
    ['OUTDATED', sound * (byDate?.odds ?? 0)],
  ];
  const problems = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const [kind, weight] = weights.reduce((best, one) => (one[1] > best[1] ? one : best));
  return {
    content: problems / (problems + sound),
    kind,
    kindShare: problems > 0 ? weight / problems : 0,
    key: otherKey(question, hypotheses, kind),
    alike: {
      option: otherKey(question, hypotheses, 'AMBIGUOUS'),
      probability: probabilityOfTwoAlike(hypotheses),
    },
    team: byTeam?.at,
    since: byDate?.at,
    discrimination: discriminationOf(hypotheses),
  };
}

function probabilityOf(hypotheses: readonly KeyHypothesis[], kind: KeyKind): number {
  return hypotheses.reduce((sum, one) => sum + (one.kind === kind ? one.probability : 0), 0);
}

/** Of scores alone no other option is known. */
function otherKey(
  { labels }: AskedQuestion,
  hypotheses: readonly KeyHypothesis[],
  kind: KeyKind | ProblemKind,
) {
  const best = hypotheses
    .filter((one) => one.kind === kind)
    .reduce<KeyHypothesis | undefined>(
      (most, one) => (most && most.probability >= one.probability ? most : one),
      undefined,
    );
  const other = best?.keys.find((option) => option > 0);
  return other === undefined ? undefined : labels[other];
}

function discriminationOf([sound]: readonly KeyHypothesis[]): number {
  if (!sound) return NaN;
  const [key = 0, ...others] = sound.fit.slope;
  const odds = [...sound.fit.ease].slice(1).map(Math.exp);
  const total = odds.reduce((sum, part) => sum + part, 0);
  return key - others.reduce((sum, slope, option) => sum + (slope * (odds[option] ?? 0)) / total, 0);
}
