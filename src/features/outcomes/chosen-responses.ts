import { smallestGroup } from '../disclosure/disclosure';
import { isOmitted } from './failure-figures';
import type { JudgedAnswer } from './judged-answers';

/** How often a response was given: a share of all first answers, and of those of each third of the people. In [0,1]. */
export interface ChosenResponse {
  /** Null for all others taken together. */
  readonly response: string | null;
  readonly share: number;
  /** Of those who do worst, middling and best in the other questions; undefined where they are too few. */
  readonly thirds: readonly [lowest: number, middle: number, highest: number] | undefined;
}

const mostResponses = 20;

/**
 * Which responses were given, the most frequent first. One that is no option is in words of somebody's own: it is named
 * where five people gave it. Whoever has no other answer stands in no third.
 */
export function responsesIn(answers: readonly JudgedAnswer[], options: readonly string[]): ChosenResponse[] {
  if (answers.every(isOmitted)) return [];
  const counts = new Map<string, number>(options.map((option) => [option, 0]));
  for (const answer of answers)
    if (!isOmitted(answer) && answer.response !== null)
      counts.set(answer.response, (counts.get(answer.response) ?? 0) + 1);
  const named = [...counts]
    .filter(([response, count]) => options.includes(response) || count >= smallestGroup)
    .sort(([left, fewer], [right, more]) => more - fewer || (left < right ? -1 : 1))
    .slice(0, mostResponses)
    .map(([response]) => response);
  const thirds = thirdsOf(answers);
  const shares = (isMeant: (answer: JudgedAnswer) => boolean) => {
    const shareOf = (some: readonly JudgedAnswer[]) => some.filter(isMeant).length / some.length;
    const [lowest, middle, highest] = thirds ?? [];
    return {
      share: shareOf(answers),
      thirds:
        lowest && middle && highest
          ? ([shareOf(lowest), shareOf(middle), shareOf(highest)] as const)
          : undefined,
    };
  };
  const isOther = (answer: JudgedAnswer): boolean =>
    !isOmitted(answer) && !named.includes(answer.response ?? '');
  return [
    ...named.map((response) => ({ response, ...shares((answer) => answer.response === response) })),
    ...(answers.some(isOther) ? [{ response: null, ...shares(isOther) }] : []),
  ];
}

/** Answers by how their people do in the other questions: the lowest third, the middle and the highest. */
function thirdsOf(answers: readonly JudgedAnswer[]): JudgedAnswer[][] | undefined {
  const placed = answers
    .filter(({ standing }) => !Number.isNaN(standing))
    .sort((left, right) => left.standing - right.standing || (left.person < right.person ? -1 : 1));
  const third = Math.floor(placed.length / 3);
  if (third < smallestGroup) return undefined;
  return [placed.slice(0, third), placed.slice(third, -third), placed.slice(-third)];
}
