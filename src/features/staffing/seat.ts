import { probabilityAtLeast } from '../../estimators/level';
import { probabilityOfAtLeast } from '../../estimators/seats-filled';
import { BadInputError } from '../../shared/errors';
import { sees } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { assignedTo, skillsOf, type Need } from './eligible';
import type { Held } from './who-is-free';

/** A seat that is to be filled anew. */
interface Seat {
  /** Internal ids of the project, and of who has the seat. */
  readonly project: string;
  readonly replacing: string;
  readonly asOf: number;
  /** Whether others count alone whom the viewer sees. */
  readonly onlySeen: boolean;
}

/** What each need weighs for a seat, and the latest evidence that this rests on; null where on none. */
interface WeightsOfSeat {
  readonly weights: readonly number[];
  readonly latest: number | null;
}

/**
 * What the others who are assigned leave open: each need weighs its importance times the probability that fewer of them than
 * it needs reach its level. Of others whom the viewer does not see no more counts than is shown of them: whether they meet
 * it. All who count are looked at. Throws BadInputError where the seat is nobody's.
 */
export async function weightsOfSeat(
  context: Pick<RequestContext, 'looks' | 'now' | 'rules' | 'visible'>,
  held: Held,
  needs: readonly Need[],
  { project, replacing, asOf, onlySeen }: Seat,
): Promise<WeightsOfSeat> {
  const visible = await context.visible();
  const { states } = held;
  const assigned = assignedTo(project, held, context.now);
  if (!assigned.has(replacing))
    throw new BadInputError('replacing: this person is not assigned to the project, now or later.');
  const skills = skillsOf(needs);
  const walk = states.walk(skills, asOf);
  const probabilities = needs.map((): number[] => []);
  let latest: number | null = null;
  for (const key of assigned) {
    const isSeen = sees(visible, key);
    if (key === replacing || (onlySeen && !isSeen)) continue;
    const place = states.placeOf(key);
    if (place === undefined || !states.isActive(place, context.now)) continue;
    context.looks.add('staffing', key);
    if (!walk.comeTo(key)) continue;
    latest = Math.max(latest ?? -Infinity, walk.latest());
    needs.forEach(({ skillKey, level, reference }, need) => {
      const skill = skills.indexOf(skillKey);
      if (!walk.isKnown(skill)) return;
      const exact = probabilityAtLeast(walk.ability(skill), level, reference);
      probabilities[need]?.push(isSeen ? exact : Number(exact >= context.rules.meetsFrom));
    });
  }
  const weights = needs.map(
    ({ importance, headcount }, need) =>
      importance * (1 - probabilityOfAtLeast(headcount, probabilities[need] ?? [])),
  );
  return { weights, latest };
}
