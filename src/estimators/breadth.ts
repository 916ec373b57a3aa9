import { logChoose } from './log-factorial';
import { seededUniforms } from './random';
import { probabilityOfAtLeast } from './seats-filled';

const draws = 500;

/** How many of some people hold a skill, who each do with a probability of their own. */
export interface Holders {
  readonly expected: number;
  /** Probability, in [0,1], that somebody does, and nobody else. */
  readonly onlyOne: number;
  /** How many would have to leave, those first who most likely hold it, until it is likely that nobody is left who does; 0 where that is so today. */
  readonly busFactor: number;
}

/** Holding is independent from one person to the next, so that their number is Poisson-binomial. */
export function holdersOf(probabilities: readonly number[]): Holders {
  const sorted = [...probabilities].sort((one, other) => other - one);
  let busFactor = 0;
  while (busFactor < sorted.length && probabilityOfAtLeast(1, sorted.slice(busFactor)) >= 0.5) busFactor++;
  return {
    expected: sorted.reduce((sum, one) => sum + one, 0),
    onlyOne: Math.max(0, probabilityOfAtLeast(1, sorted) - probabilityOfAtLeast(2, sorted)),
    busFactor,
  };
}

/** The skills that somebody was asked about in two periods. */
export interface LearnedSkills {
  readonly before: readonly string[];
  readonly recent: readonly string[];
}

export interface Narrowing {
  /** Of so many of them, drawn at random, how many different skills are expected to be among them in either period. */
  readonly sample: number;
  readonly before: number;
  readonly recent: number;
  /** Probability, in [0,1], that there are fewer recently, by drawing the people anew (bootstrap; Efron 1979). */
  readonly probability: number;
}

/**
 * Whether people learn fewer different skills than before: each skill of each person counts once a period, and periods in which
 * more is learned are compared by samples of the same size (rarefaction; Hurlbert 1971). Undefined where nothing was in one of them.
 */
export function narrowingOf(people: readonly LearnedSkills[]): Narrowing | undefined {
  const found = compared(people);
  if (!found) return undefined;
  const uniform = seededUniforms(people.length);
  let [fewer, counted] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = people.flatMap(() => people[Math.floor(uniform() * people.length)] ?? []);
    const again = compared(drawn);
    if (!again) continue;
    counted++;
    if (again.recent < again.before) fewer++;
    else if (again.recent === again.before) fewer += 0.5;
  }
  return { ...found, probability: counted > 0 ? fewer / counted : 0.5 };
}

function compared(people: readonly LearnedSkills[]): Omit<Narrowing, 'probability'> | undefined {
  const [before, recent] = [
    countsOf(people.map((one) => one.before)),
    countsOf(people.map((one) => one.recent)),
  ];
  const sample = Math.min(total(before), total(recent));
  if (sample === 0) return undefined;
  return { sample, before: differentIn(before, sample), recent: differentIn(recent, sample) };
}

function countsOf(skills: readonly (readonly string[])[]): number[] {
  const counts = new Map<string, number>();
  for (const skill of skills.flat()) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  return [...counts.values()].sort((one, other) => one - other);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many different ones are expected among so many that are drawn without putting them back. */
export function differentIn(counts: readonly number[], sample: number): number {
  const all = total(counts);
  return counts.reduce((sum, count) => {
    const without = all - count;
    if (without < sample) return sum + 1;
    return sum + 1 - Math.exp(logChoose(without, sample) - logChoose(all, sample));
  }, 0);
}
