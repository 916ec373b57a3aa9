import type { Gaussian } from './types';

/** Beliefs on one skill as columns, since there may be many: the same position in each is the same person. */
export interface Abilities {
  readonly people: readonly string[];
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

/** Collects them. */
export class AbilitiesOfPeople {
  private readonly people: string[] = [];
  private readonly means: number[] = [];
  private readonly variances: number[] = [];

  add(person: string, { mean, variance }: Gaussian): void {
    this.people.push(person);
    this.means.push(mean);
    this.variances.push(variance);
  }

  get columns(): Abilities {
    const { people, means, variances } = this;
    return { people, means: new Float64Array(means), variances: new Float64Array(variances) };
  }
}

/** Beliefs by person as columns. */
export function abilitiesOf(beliefs: Iterable<readonly [person: string, Gaussian]>): Abilities {
  const abilities = new AbilitiesOfPeople();
  for (const [person, belief] of beliefs) abilities.add(person, belief);
  return abilities.columns;
}

/** Each person with their belief. */
export function* beliefsOf({ people, means, variances }: Abilities): Iterable<[person: string, Gaussian]> {
  for (const [place, person] of people.entries())
    yield [person, { mean: means[place] ?? NaN, variance: variances[place] ?? NaN }];
}
