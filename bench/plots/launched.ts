import { AnswerLogBuilder } from '../../src/estimators/answer-log';
import { stepAnswer } from '../../src/estimators/filter';
import { everybody } from '../../src/estimators/log-filter';
import { logistic } from '../../src/estimators/normal';
import { usualParameters } from '../../src/estimators/parameter-scales';
import { abilityOn, newPerson } from '../../src/estimators/person-state';
import { startingEstimates, usualVariances } from '../../src/estimators/question-estimates';
import { fitQuestions } from '../../src/estimators/question-fit';
import { seededUniforms } from '../../src/estimators/random';
import { survivalCurve, type Passage } from '../../src/estimators/survival';

/** A point of a curve of those who go on, with its 95 % interval. */
export interface CurvePoint {
  readonly revision: string;
  /** Number of the page; 0 is the start. */
  readonly at: number;
  readonly surviving: number;
  readonly low: number;
  readonly high: number;
}

/** Share of people who missed the question of a page, with its 95 % interval. */
export interface FailurePoint {
  readonly revision: string;
  readonly page: number;
  readonly failed: number;
  readonly low: number;
  readonly high: number;
}

/** A question's difficulty, with its 95 % interval, logits. */
export interface MappedQuestion {
  readonly question: string;
  readonly difficulty: number;
  readonly low: number;
  readonly high: number;
}

/** A stretch of five seconds of a video. */
export interface SecondsSeen {
  /** Seconds from its beginning. */
  readonly from: number;
  /** People who saw it. */
  readonly people: number;
  /** How often it was played. */
  readonly plays: number;
}

/** A simulated course with one confusing page, which its second revision explains better. */
export interface Launched {
  readonly people: readonly [before: number, after: number];
  readonly curves: readonly CurvePoint[];
  readonly failures: readonly FailurePoint[];
  readonly questions: readonly MappedQuestion[];
  /** Abilities of the people of the first revision, logits. */
  readonly abilities: readonly number[];
  readonly seconds: readonly SecondsSeen[];
}

export const pages = 10;
export const confusing = 6;
const seed = 19;
const skill = 'the skill';
/** 0.975 quantile of the standard normal. */
const z95 = 1.959963984540054;
const revisions = [
  { name: 'first revision', people: 160, leaves: 0.3, harder: 1.6 },
  { name: 'second revision', people: 120, leaves: 0.05, harder: 0 },
] as const;
/** Over all answers; the questions move no further after that. */
const passes = 15;
const leavesElsewhere = 0.025;
const underWay = 0.08;
const video = { seconds: 180, hard: [70, 95] as const, stopsEach: 0.02, replays: 0.35 };
export const secondsInBin = 5;

interface Visitor {
  readonly person: string;
  readonly passage: Passage;
  readonly right: readonly boolean[];
}

export function launchedCourse(): Launched {
  const random = seededUniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const visits = revisions.map(({ name, people, leaves, harder }) =>
    Array.from({ length: people }, (_, person): Visitor => {
      const ability = 0.8 + normal();
      const stopsAt = random() < underWay ? 1 + Math.floor(pages * random()) : Infinity;
      const right: boolean[] = [];
      for (let page = 1; page <= pages; page++) {
        if (page > stopsAt) return { person: `${name} ${String(person)}`, passage: seenTo(page - 1), right };
        const difficulty = -1 + 0.25 * page + (page === confusing ? harder : 0);
        right.push(random() < logistic(ability - difficulty));
        const passage = { from: 0, to: page, left: true };
        if (page < pages && random() < (page === confusing ? leaves : leavesElsewhere))
          return { person: `${name} ${String(person)}`, passage, right };
      }
      return { person: `${name} ${String(person)}`, passage: seenTo(pages), right };
    }),
  );
  const [first = [], second = []] = visits;
  return {
    people: [first.length, second.length],
    curves: visits.flatMap((some, place) => curveOf(revisions[place]?.name ?? '', some)),
    failures: visits.flatMap((some, place) => failuresOf(revisions[place]?.name ?? '', some)),
    ...mapOf(first),
    seconds: secondsSeen(first.length, random),
  };
}

const seenTo = (page: number): Passage => ({ from: 0, to: page, left: false });

function curveOf(revision: string, some: readonly Visitor[]): CurvePoint[] {
  const steps = survivalCurve(
    some.map(({ passage }) => passage),
    z95,
  );
  const start = { revision, at: 0, surviving: 1, low: 1, high: 1 };
  const shown = steps.map(({ at, surviving, low, high }) => ({ revision, at, surviving, low, high }));
  const last = shown.at(-1) ?? start;
  return [start, ...shown, { ...last, at: pages }];
}

/** Wilson's interval (1927). */
function failuresOf(revision: string, some: readonly Visitor[]): FailurePoint[] {
  return Array.from({ length: pages }, (_, index) => {
    const answered = some.flatMap(({ right }) => right[index] ?? []);
    const count = answered.length;
    const failed = answered.filter((isRight) => !isRight).length / count;
    const [shrink, z2] = [1 + (z95 * z95) / count, (z95 * z95) / count];
    const centre = (failed + z2 / 2) / shrink;
    const reach = (z95 * Math.sqrt((failed * (1 - failed)) / count + z2 / (4 * count))) / shrink;
    return { revision, page: index + 1, failed, low: centre - reach, high: centre + reach };
  });
}

/** Questions and people on one scale, fitted as a calibration fits questions, with the parameters that apply where none were fitted. */
function mapOf(some: readonly Visitor[]): Pick<Launched, 'questions' | 'abilities'> {
  const builder = new AnswerLogBuilder();
  const nameOf = (page: number): string => `page ${String(page)}`;
  for (const { person, right } of some)
    right.forEach((isRight, index) =>
      builder.add({ person, question: nameOf(index + 1), skills: [skill], score: isRight ? 1 : 0, day: 0 }),
    );
  const { log } = builder.build();
  const questions = startingEstimates(log, everybody(log), usualVariances.discrimination);
  for (let pass = 0; pass < passes; pass++) fitQuestions(log, everybody(log), questions, usualParameters);
  const estimates = Array.from({ length: pages }, (_, index) => {
    const [difficulty, variance] = [
      questions.difficulty[index] ?? NaN,
      questions.difficultyVariance[index] ?? NaN,
    ];
    return { difficulty, variance, discrimination: questions.discrimination[index] ?? 1 };
  });
  const abilities = some.map(({ right }) => {
    const person = newPerson<string>(usualParameters);
    right.forEach((isRight, index) => {
      const { difficulty = 0, variance = 0, discrimination = 1 } = estimates[index] ?? {};
      const score = isRight ? 1 : 0;
      const asked = { question: index, skills: [skill], score, attempt: 1, difficulty, discrimination };
      stepAnswer(person, { ...asked, difficultyVariance: variance, day: 0, sitting: 0 }, usualParameters);
    });
    return abilityOn(person, person.skills.get(skill), 0, usualParameters).mean;
  });
  return {
    abilities,
    questions: estimates.map(({ difficulty, variance }, index) => ({
      question: nameOf(index + 1),
      difficulty,
      low: difficulty - z95 * Math.sqrt(variance),
      high: difficulty + z95 * Math.sqrt(variance),
    })),
  };
}

/** People watch from the start and stop anywhere; the hard stretch is played again by some. */
function secondsSeen(people: number, random: () => number): SecondsSeen[] {
  const bins = Array.from({ length: video.seconds / secondsInBin }, (_, bin) => ({
    from: bin * secondsInBin,
    people: 0,
    plays: 0,
  }));
  for (let person = 0; person < people; person++) {
    let isWatching = true;
    const replays = random() < video.replays ? 1 + Math.floor(2 * random()) : 0;
    for (const bin of bins) {
      isWatching &&= random() >= video.stopsEach;
      if (!isWatching) break;
      const isHard = bin.from >= video.hard[0] && bin.from < video.hard[1];
      bin.people++;
      bin.plays += 1 + (isHard ? replays : 0);
    }
  }
  return bins;
}
