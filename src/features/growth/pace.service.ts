import { paceGiven, paceSeen, usualPace } from '../../estimators/learning-pace';
import { logistic, z90 } from '../../estimators/normal';
import type { Gaussian } from '../../estimators/types';
import { percent } from '../../shared/percent';
import { mapInSlices } from '../../shared/slices';
import { smallestGroup } from '../disclosure/disclosure';
import type { RequestContext } from '../request/context';
import type { States } from '../request/states';
import { firstAnswersOf } from './pace.read';
import { LearningPace, PaceBasis } from './pace.type';

/** Of how many people the pace is looked at to know what is usual. */
const mostCompared = 100;

/** Internal ids. */
export interface PacesWanted {
  readonly skills: readonly string[];
  /** Whose pace is asked for. */
  readonly people: readonly string[];
  /** Whom it is compared with: some of them, evenly spread. */
  readonly others: readonly string[];
}

/** The pace of some people in some skills, and what is usual. */
export class Paces {
  private constructor(
    private readonly usual: Gaussian,
    private readonly known: number,
    private readonly seen: ReadonlyMap<
      string,
      { readonly pace: Gaussian | undefined; readonly answers: number }
    >,
  ) {}

  /** Of groups that are compared each for itself: each with its paces. */
  static async read<Group extends PacesWanted>(
    context: RequestContext,
    { calibration }: States,
    groups: readonly Group[],
  ): Promise<(readonly [Group, Paces])[]> {
    const asked = groups.map(({ skills, people, others }) => ({
      skills,
      people: [...new Set([...people, ...evenlySpread(others, mostCompared)])],
    }));
    const answers = await firstAnswersOf(context, asked);
    const found: [Group, Paces][] = [];
    for (const [place, group] of groups.entries()) {
      const seen = await mapInSlices(
        answers[place] ?? [],
        ([person, given]) => [person, { pace: paceSeen(given, calibration), answers: given.length }] as const,
        context.gone,
      );
      const known = seen.flatMap(([, { pace }]) => pace ?? []);
      found.push([group, new Paces(usualPace(known), known.length, new Map(seen))]);
    }
    return found;
  }

  gaussianOf(person: string): Gaussian {
    return paceGiven(this.seen.get(person)?.pace, this.usual);
  }

  of(person: string): LearningPace {
    const { pace, answers = 0 } = this.seen.get(person) ?? {};
    const basis = pace && pace.variance <= this.usual.variance ? PaceBasis.OWN : this.basisOfUsual;
    return shown(this.gaussianOf(person), basis, answers);
  }

  get ofOthers(): LearningPace {
    return shown(this.usual, this.basisOfUsual, this.known);
  }

  private get basisOfUsual(): PaceBasis {
    return this.known < smallestGroup ? PaceBasis.UNKNOWN : PaceBasis.USUAL;
  }
}

function evenlySpread(people: readonly string[], most: number): string[] {
  const each = Math.max(1, people.length / most);
  return Array.from(
    { length: Math.min(most, people.length) },
    (_, at) => people[Math.floor(at * each)] ?? '',
  );
}

const inWords = {
  [PaceBasis.OWN]: 'by their own answers',
  [PaceBasis.USUAL]: 'mostly by what is usual, since little is known of their own pace',
  [PaceBasis.UNKNOWN]: 'since nobody’s pace is known well enough',
};

function shown({ mean, variance }: Gaussian, basis: PaceBasis, count: number): LearningPace {
  const reach = z90 * Math.sqrt(variance);
  const figures = { perMonth: mean, low: mean - reach, high: mean + reach, basis, count };
  const summary = `A level of 50 % would be ${percent(logistic(6 * mean))} in half a year, ${inWords[basis]}.`;
  return Object.assign(new LearningPace(), { ...figures, summary });
}
