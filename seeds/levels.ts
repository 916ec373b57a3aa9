import { SeedError } from './client';

/** A level that the user states, above 0 and below 1; throws SeedError for anything else. */
export function levelIn(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const level = Number(given);
  if (given.trim() !== '' && level > 0 && level < 1) return level;
  throw new SeedError(
    `${option} ${given} is no level: state the probability, above 0 and below 1, of a right answer to a skill's reference question.`,
  );
}

/** A step of another scale, and the level that the user assigns to it. */
export interface Step {
  readonly from: number;
  readonly level: number;
}

/** The steps in a text like 2:0.4,4:0.7: from 2 on level 0.4, from 4 on 0.7; the highest first. */
export function stepsIn(option: string, given: string | undefined): Step[] {
  const steps = (given ?? '').split(',').filter(Boolean);
  return steps
    .map((step) => {
      const [from = '', level = ''] = step.split(':');
      if (from.trim() === '' || Number.isNaN(Number(from)))
        throw new SeedError(
          `${option} ${step} is no step: write pairs like 2:0.4,4:0.7, from which point of the other scale on which level.`,
        );
      return { from: Number(from), level: levelIn(option, level) ?? 0 };
    })
    .sort((left, right) => right.from - left.from);
}

/** The level that a value of the other scale comes to; undefined below the lowest step. */
export function levelAt(steps: readonly Step[], value: number): number | undefined {
  return steps.find(({ from }) => value >= from)?.level;
}
