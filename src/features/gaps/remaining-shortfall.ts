import { abilitiesOf, beliefsOf, type Abilities } from '../../estimators/abilities';
import { coverageSteps } from '../../estimators/coverage';
import type { Seats } from '../../estimators/supply';
import type { Gaussian } from '../../estimators/types';
import { inSlices } from '../../shared/slices';

/** Abilities by internal id of people who have other ones now, or have joined. */
export type Changed = ReadonlyMap<string, Gaussian>;

/** What a group would lack of some seats if it were another one; in the others of the skill people are seated as before. */
export class RemainingShortfall {
  constructor(
    private readonly seats: readonly Seats[],
    private readonly ofWhich: string,
    private readonly abilities: Abilities | undefined,
    private readonly gone: AbortSignal,
  ) {}

  /** In people, where these have other abilities, and so many seats are filled by others. */
  async after(changed: Changed, filled = 0): Promise<number> {
    const seats = this.seats
      .map((one) => (one.id === this.ofWhich ? { ...one, headcount: one.headcount - filled } : one))
      .filter(({ headcount }) => headcount > 0);
    const abilities = abilitiesOf(
      new Map([...(this.abilities ? beliefsOf(this.abilities) : []), ...changed]),
    );
    const { bySeats } = await inSlices(
      coverageSteps(seats, () => abilities),
      this.gone,
    );
    return bySeats.get(this.ofWhich)?.expectedShortfall ?? 0;
  }

  /** How many have to be hired after that until less than half a seat is expected to stay empty, and what then is. */
  async hired(changed: Changed): Promise<{ readonly people: number; readonly remaining: number }> {
    let remaining = await this.after(changed);
    // Each who is hired fills one seat at most.
    let people = Math.max(0, Math.ceil(remaining - 0.5));
    if (people > 0) remaining = await this.after(changed, people);
    while (remaining >= 0.5) remaining = await this.after(changed, ++people);
    return { people, remaining };
  }
}
