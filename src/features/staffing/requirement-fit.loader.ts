import { learnedBy } from '../../estimators/learning-path';
import { probabilityAbove, requiredAbility } from '../../estimators/level';
import { percent, toOnePlace } from '../../shared/percent';
import { settlingQuestions } from '../explanations/settling-questions';
import type { SettlingQuestion } from '../explanations/next-questions.type';
import type { BatchRead } from '../request/loaders';
import type { Reason } from './candidate';
import { RequirementStatus } from './candidate.type';
import type { LearningToMeet } from './learning.type';
import { learnedModule, Lessons, type TaughtBy } from './lessons';

/** How many questions are named that would settle whether a requirement is met. */
export const mostSettling = 3;

/** The ability that a requirement takes, logits. */
function thresholdOf({ need }: Reason): number {
  return requiredAbility(need.level, need.reference);
}

/** What people would learn to meet what they are below, with the modules read for all of them together. */
export const learningToMeet: BatchRead<Reason, LearningToMeet | null, null> = async (context, fits) => {
  const isBelow = ({ status, ability }: Reason): boolean =>
    status === RequirementStatus.BELOW && ability !== null;
  const lessons = await Lessons.read(
    context,
    fits.filter(isBelow).map(({ need }) => need),
  );
  const { meetsFrom } = context.rules;
  return fits.map((fit) => {
    const { need, ability } = fit;
    if (!isBelow(fit) || !ability) return null;
    const [all, threshold] = [lessons.upTo(need.skillKey, need.level), thresholdOf(fit)];
    const after = learnedBy(ability, all, threshold, meetsFrom);
    const taken = all.slice(0, after.taken);
    const learned = {
      modules: taken.map(learnedModule),
      hours: taken.length === 0 ? null : after.hours,
      probabilityAfter: probabilityAbove(after.ability, threshold),
    };
    return { ...learned, summary: learningInWords(need.skillName, taken, learned) };
  });
};

function learningInWords(
  skill: string,
  taken: readonly TaughtBy[],
  { hours, probabilityAfter }: Pick<LearningToMeet, 'hours' | 'probabilityAfter'>,
): string {
  if (taken.length === 0) return `No module in use teaches ${skill} up to the level.`;
  const names = new Intl.ListFormat('en-GB').format(taken.map(({ module }) => module.name));
  const by = taken.every(({ gain }) => gain) ? 'by the gains seen' : 'by what authors expect';
  const time = hours === null ? 'how long that takes is not known' : `about ${toOnePlace(hours)} hours`;
  return `${names}, ${time}: then reached with probability ${percent(probabilityAfter)}, ${by}.`;
}

/** The questions that would settle whether people reach levels. */
export const settlingOfFit: BatchRead<Reason, SettlingQuestion[] | null, null> = async (context, fits) => {
  const seen = fits.filter(({ isSeen }) => isSeen);
  const wanted = seen.map((fit) => ({
    ...{ person: fit.person, skill: fit.need.skillKey, threshold: thresholdOf(fit) },
  }));
  const found = wanted.length === 0 ? [] : await settlingQuestions(context, wanted, mostSettling);
  const ofFit = new Map(seen.map((fit, place) => [fit, found[place] ?? []]));
  return fits.map((fit) => ofFit.get(fit) ?? null);
};
