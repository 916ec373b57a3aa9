import type { AskedQuestion } from './answered-test';
import { logit } from './normal';
import { pageHypotheses, type PageHypothesis } from './page-hypotheses';
import { readingsOf, type PageEvidence, type PageSignal } from './page-signals';
import { logEvidence, shownBy, usualAround } from './page-usual';

/** What earlier people's answers said of a question: its difficulty, in logits, on the scale of any calibration. */
export interface EarlierDifficulty {
  readonly difficulty: number;
  readonly variance: number;
}

/** What is known of questions, besides these answers, by question. */
export interface GivenBesides {
  /** The page that teaches it. */
  readonly pages?: ReadonlyMap<string, PageEvidence> | undefined;
  readonly before?: ReadonlyMap<string, EarlierDifficulty> | undefined;
}

/** Why these people miss a whole skill. Probabilities; those of all three are one. */
export interface ReasonsToMiss {
  /** Its pages do not teach it. */
  readonly notTaught: number;
  /** These people lack what others had. */
  readonly lacked: number;
  /** It is as hard for these people as for anybody. */
  readonly hard: number;
}

/** Before pages and earlier answers are known. */
const shares = { notTaught: 0.3, lacked: 0.4, hard: 0.3 };
/** Where pages teach what is asked, earlier people passed it; so rarely do pages that taught it no longer do. */
const noLongerTaught = 0.1;
/** How much harder a skill is for people who lack it, logits, and how much any skill varies between groups. */
const shortfall = { mean: -2, variance: 1 };
const usualDifference = 0.25;
/** How much the difficulty of one question moves from group to group. */
const questionMoves = 0.15;
/** How much people of equal level in other skills differ in this one: as many people, so much less is known. */
const peopleDiffer = 0.5;
/** What answers after these pages show has been counted: how people go through them is what tells. */
const behaviours: readonly PageSignal[] = ['seconds', 'revisits', 'leaving', 'unclear'];
/** Pages of one skill are alike, and so are their people: so many pages' worth they count. */
const mostPages = 2;

type Behaviour = Pick<PageHypothesis, 'share' | 'effects'>;
const effectsOf = (kind: string) => pageHypotheses.find((one) => one.kind === kind)?.effects ?? {};
/** How people go through pages that do not teach what is asked: too fast, or not to the end, or without understanding; or like any. */
const notTeaching: readonly Behaviour[] = [
  { share: 0.4, effects: { seconds: { mean: -1.3, deviation: 0.6 } } },
  { share: 0.15, effects: { leaving: { mean: 1.5, deviation: 0.8 } } },
  { share: 0.15, effects: effectsOf('CONFUSING') },
  { share: 0.15, effects: effectsOf('TOO_COMPLEX') },
  { share: 0.15, effects: {} },
];

/**
 * Weighs why a skill is missed that other skills of the same people are not: by Bayes' theorem, from how people went through the
 * pages that teach it, and from how hard its questions were for earlier people, compared with those of other skills.
 */
export function reasonsToMiss(
  missed: readonly AskedQuestion[],
  others: readonly AskedQuestion[],
  given: GivenBesides,
): ReasonsToMiss {
  const pages = pageRatio(missed, others, given);
  const { asBefore, harder } = earlierLikelihoods(missed, others, given);
  const weights = {
    notTaught: shares.notTaught * pages * ((1 - noLongerTaught) * asBefore + noLongerTaught * harder),
    lacked: shares.lacked * harder,
    hard: shares.hard * asBefore,
  };
  const total = weights.notTaught + weights.lacked + weights.hard;
  return {
    notTaught: weights.notTaught / total,
    lacked: weights.lacked / total,
    hard: weights.hard / total,
  };
}

/** Of groups and skills, before their answers, where the group lacks a skill that earlier people had. */
const lackingBeforehand = 0.03;
/** Fewer questions of a skill do not make people who lack it. */
const fewestQuestions = 2;

/** How probable it is that all these people lack a skill that earlier ones had; 0 where nothing earlier is known. */
export function probabilityThatAllLack(
  own: readonly AskedQuestion[],
  others: readonly AskedQuestion[],
  given: GivenBesides,
): number {
  if (own.filter(({ id }) => given.before?.has(id)).length < fewestQuestions) return 0;
  const { asBefore, harder } = earlierLikelihoods(own, others, given);
  const lacked = lackingBeforehand * harder;
  return lacked / (lacked + (1 - lackingBeforehand) * asBefore);
}

/** How much more probable what people did on the pages is, if these do not teach what is asked. */
function pageRatio(
  missed: readonly AskedQuestion[],
  others: readonly AskedQuestion[],
  { pages }: GivenBesides,
): number {
  const own = pagesOf(missed, pages);
  const rest = pagesOf(others, pages).filter(({ page }) => !own.some((one) => one.page === page));
  const all = [...own.map((page) => ({ page, sound: 0 })), ...rest.map((page) => ({ page, sound: 1 }))];
  const sums = notTeaching.map(() => 0);
  for (const signal of behaviours) {
    const figures = all.flatMap(({ page, sound }) => {
      const reading = readingsOf(page)[signal];
      return reading ? [{ place: page.number, reading, shown: shownBy(signal, reading), sound }] : [];
    });
    const { around, betweenPages } = usualAround(signal, figures);
    figures.forEach(({ reading, sound }, index) => {
      const usual = around[index];
      if (sound === 1 || !usual) return;
      const variance = usual.variance + betweenPages;
      const teaching = logEvidence(reading, { mean: usual.mean, variance });
      notTeaching.forEach(({ effects }, which) => {
        const effect = effects[signal];
        if (!effect) return;
        const off = { mean: usual.mean + effect.mean, variance: variance + effect.deviation ** 2 };
        sums[which] = (sums[which] ?? 0) + logEvidence(reading, off) - teaching;
      });
    });
  }
  const counting = Math.min(own.length, mostPages) / Math.max(1, own.length);
  return notTeaching.reduce(
    (ratio, { share }, which) => ratio + share * Math.exp(counting * (sums[which] ?? 0)),
    0,
  );
}

function pagesOf(questions: readonly AskedQuestion[], pages: GivenBesides['pages']): PageEvidence[] {
  const found = new Map<string, PageEvidence>();
  for (const { id } of questions) {
    const page = pages?.get(id);
    if (page) found.set(page.page, page);
  }
  return [...found.values()];
}

/** How probable it is that these people are so far below earlier ones, if the skill is as hard for them, and if they lack it. */
function earlierLikelihoods(
  missed: readonly AskedQuestion[],
  others: readonly AskedQuestion[],
  { before }: GivenBesides,
): { asBefore: number; harder: number } {
  const [own, rest] = [aboveEarlier(missed, before), aboveEarlier(others, before)];
  if (!own || !rest) return { asBefore: 1, harder: 1 };
  const off = own.mean - rest.mean;
  const variance = own.variance + rest.variance + usualDifference;
  const density = (mean: number, spread: number): number =>
    Math.exp(-((off - mean) ** 2) / (2 * spread)) / Math.sqrt(spread);
  return { asBefore: density(0, variance), harder: density(shortfall.mean, variance + shortfall.variance) };
}

/** By how many logits these people are above what earlier ones' answers to the same questions make their difficulty. */
function aboveEarlier(questions: readonly AskedQuestion[], before: GivenBesides['before']) {
  let [sum, precision, people] = [0, 0, 0];
  for (const { id, score } of questions) {
    const earlier = before?.get(id);
    if (!earlier || score.length === 0) continue;
    const right = score.reduce((total, one) => total + one, 0);
    const share = (right + 0.5) / (score.length + 1);
    const variance = earlier.variance + questionMoves + 1 / ((score.length + 1) * share * (1 - share));
    sum += (logit(share) + earlier.difficulty) / variance;
    precision += 1 / variance;
    people = Math.max(people, score.length);
  }
  return precision === 0
    ? undefined
    : { mean: sum / precision, variance: 1 / precision + peopleDiffer / people };
}
