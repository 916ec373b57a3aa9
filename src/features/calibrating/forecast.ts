import type { LevelBand } from '../../shared/bands';
import { smallestGroup } from '../disclosure/disclosure';

/** How the levels of a group would move. */
export interface GroupForecast {
  /** Internal id of the team or skill. */
  readonly key: string;
  /** How many people of the group have a level. */
  readonly people: number;
  /** How many levels they have: one for each skill that they are known in. */
  readonly levels: number;
  /** Mean of new level less former level. */
  readonly meanChange: number;
  /** Share of levels that would rise by more than largeChange. */
  readonly raised: number;
  /** Share of levels that would fall by more than largeChange. */
  readonly lowered: number;
  /** Share of levels that would come to lie in another band. */
  readonly otherBand: number;
}

/** A change of a level beyond this is counted apart. */
export const largeChange = 0.05;

/** One person's level in one skill, before and after. */
export interface MovedLevel {
  readonly skill: string;
  readonly before: number;
  readonly after: number;
}

/** How levels of groups would move, person by person. Pure. */
export class Tally {
  private readonly groups = new Map<string, Sums>();

  constructor(private readonly bands: readonly LevelBand[]) {}

  /** Adds levels of one person to a group; a person comes to a group once. */
  add(group: string, levels: readonly MovedLevel[]): void {
    if (levels.length === 0) return;
    const sums = this.groups.get(group) ?? {
      people: 0,
      levels: 0,
      change: 0,
      raised: 0,
      lowered: 0,
      other: 0,
    };
    this.groups.set(group, sums);
    sums.people++;
    for (const { before, after } of levels) {
      const change = after - before;
      sums.levels++;
      sums.change += change;
      if (change > largeChange) sums.raised++;
      if (change < -largeChange) sums.lowered++;
      if (this.bandOf(before) !== this.bandOf(after)) sums.other++;
    }
  }

  /** Groups of five people and more, and how many smaller ones are withheld. */
  result(): { groups: GroupForecast[]; withheld: number } {
    const shown = [...this.groups].filter(([, { people }]) => people >= smallestGroup);
    return {
      groups: shown.map(([key, { people, levels, change, raised, lowered, other }]) => ({
        key,
        people,
        levels,
        meanChange: change / levels,
        raised: raised / levels,
        lowered: lowered / levels,
        otherBand: other / levels,
      })),
      withheld: this.groups.size - shown.length,
    };
  }

  private bandOf(level: number): LevelBand | undefined {
    return this.bands.findLast(({ from }) => level >= from);
  }
}

interface Sums {
  people: number;
  levels: number;
  change: number;
  raised: number;
  lowered: number;
  other: number;
}
