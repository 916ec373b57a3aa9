import type { Abilities } from '../../estimators/abilities';
import { countedSteps, drawnSteps } from '../../estimators/coverage';
import { resultOf } from '../../estimators/steps';
import type { Seats, SeatsSupply, Supply } from '../../estimators/supply';

/** A skill's seats with the abilities of those who may fill them; people are named only where seats have to be drawn. */
export interface SkillToCover extends Pick<Abilities, 'means' | 'variances'> {
  readonly seats: readonly Seats[];
  readonly people: readonly string[] | null;
}

/** The supply of a skill in the order of its seats. */
export interface SkillCovered {
  /** Three for each: supply, shortfall, and the probability that it is covered. */
  readonly figures: Float64Array;
  readonly allCoveredProbability: number;
}

const figuresEach = 3;

/** What a thread makes of one skill; null where it has to be drawn, and nobody is named. */
export function coveredOf({ seats, people, means, variances }: SkillToCover): SkillCovered | null {
  const supply =
    people === null
      ? resultOf(countedSteps(seats, { means, variances }))
      : resultOf(drawnSteps(seats, { people, means, variances }));
  if (!supply) return null;
  const figures = new Float64Array(figuresEach * seats.length);
  seats.forEach(({ id }, place) => {
    const ofSeats = supply.bySeats.get(id);
    if (!ofSeats) return;
    const { expectedSupply, expectedShortfall, coveredProbability } = ofSeats;
    figures.set([expectedSupply, expectedShortfall, coveredProbability], figuresEach * place);
  });
  return { figures, allCoveredProbability: supply.allCoveredProbability };
}

/** The same as what the estimators give. */
export function supplyOfCovered(
  seats: readonly Seats[],
  { figures, allCoveredProbability }: SkillCovered,
): Supply {
  const bySeats = new Map<string, SeatsSupply>();
  seats.forEach(({ id }, place) => {
    const at = figuresEach * place;
    bySeats.set(id, {
      expectedSupply: figures[at] ?? NaN,
      expectedShortfall: figures[at + 1] ?? NaN,
      coveredProbability: figures[at + 2] ?? NaN,
    });
  });
  return { bySeats, allCoveredProbability };
}
