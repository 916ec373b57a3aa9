import { stepAnswer } from './filter';
import { daysPerMonth, paceGiven, paceSeen, usualPace, type FirstAnswer } from './learning-pace';
import { normalQuantile } from './normal';
import { Outlook, type ReadyIn } from './outlook';
import { usualParameters } from './parameter-scales';
import { abilityOn, newPerson, newSkill, type PersonState } from './person-state';
import { seededUniforms } from './random';
import type { ModelParameters } from './types';

const parameters: ModelParameters = {
  ...usualParameters,
  ...{ sittingVariance: 0.05, gainRight: 0, gainWrong: 0, guessing: 0 },
  ...{ generalDriftPerDay: 1e-5, skillDriftPerDay: 1e-4, skillDriftPerSitting: 0, skillDriftPerAnswer: 0 },
};
const skills = ['a', 'b', 'c'] as const;
const thresholds = [0.6, 0.4, 0.5];
const monthsSeen = 12;

/** Somebody who has learned for a year at a pace of their own, and whose abilities and pace nobody sees. */
interface Learner {
  readonly state: PersonState;
  readonly answers: readonly FirstAnswer[];
  /** Logits a month. */
  readonly pace: number;
  /** Today, logits, by skill. */
  readonly abilities: readonly number[];
}

const uniform = seededUniforms(7);
const normal = (mean: number, variance: number) =>
  mean + Math.sqrt(variance) * normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, uniform())));

function learner(sittings: number): Learner {
  const pace = normal(0.06, 0.04 ** 2);
  const general = normal(-0.3, parameters.generalVariance);
  const today = skills.map(() => general + normal(0, parameters.skillVariance));
  const state = newPerson<string>(parameters);
  const answers: FirstAnswer[] = [];
  for (let sitting = 0; sitting < sittings; sitting++) {
    const months = ((sitting + 1) / sittings - 1) * monthsSeen;
    const usual = normal(0, parameters.sittingVariance);
    for (let asked = 0; asked < 5; asked++) {
      const at = Math.floor(uniform() * skills.length);
      const skill = skills[at]!;
      const difficulty = normal(0, 1);
      const ability = today[at]! + pace * months + usual;
      const score = uniform() < 1 / (1 + Math.exp(difficulty - ability)) ? 1 : 0;
      const day = 10_000 + months * daysPerMonth;
      const question = answers.length;
      stepAnswer(
        state,
        {
          ...{ day, sitting, question, skills: [skill], score, attempt: 1 },
          ...{ difficulty, difficultyVariance: 0, discrimination: 1 },
        },
        parameters,
      );
      answers.push({ skill, day, difficulty, discrimination: 1, score });
    }
  }
  return { state, answers, pace, abilities: today };
}

function outlookOf({ state, answers }: Learner, usual: { mean: number; variance: number }): Outlook {
  const pace = paceGiven(paceSeen(answers, parameters), usual);
  const required = skills.map((skill, at) => ({
    skill,
    offset: state.skills.get(skill) ?? newSkill(parameters, 10_000),
    threshold: thresholds[at]!,
    importance: 1,
  }));
  return new Outlook(state, required, pace, 10_000, parameters);
}

const learners = Array.from({ length: 600 }, (_, at) => learner(at % 2 ? 16 : 6));
const usual = usualPace(learners.flatMap(({ answers }) => paceSeen(answers, parameters) ?? []));
const outlooks = learners.map((one) => outlookOf(one, usual));

/** What becomes of a learner, month by month: abilities wander beside the pace. */
function isReadyIn({ abilities, pace }: Learner, months: number, wandered: readonly number[]): boolean {
  return abilities.every((ability, at) => ability + pace * months + wandered[at]! >= thresholds[at]!);
}
const wanderedBy = (months: number): number[] => {
  const days = months * daysPerMonth;
  const general = normal(0, parameters.generalDriftPerDay * days);
  return skills.map(() => general + normal(0, parameters.skillDriftPerDay * days));
};

describe('the pace of learners whose pace is known', () => {
  it('is found: what is usual, and of each within as much as it is uncertain', () => {
    expect(usual.mean).toBeGreaterThan(0.035);
    expect(usual.mean).toBeLessThan(0.075);
    const within = learners.filter(({ answers, pace }) => {
      const { mean, variance } = paceGiven(paceSeen(answers, parameters), usual);
      return Math.abs(pace - mean) <= 1.6449 * Math.sqrt(variance);
    });
    expect(within.length / learners.length).toBeGreaterThan(0.85);
    expect(within.length / learners.length).toBeLessThan(0.97);
  });
});

describe('an outlook', () => {
  it.each([0, 3, 6, 12])('in %i months comes true as often as it says', (months) => {
    const told = outlooks.map((outlook, at) => ({
      probability: outlook.probabilityIn(months),
      isReady: isReadyIn(learners[at]!, months, wanderedBy(months)),
    }));
    const bins = [0, 0.1, 0.3, 0.6, 1.01];
    bins.slice(1).forEach((to, bin) => {
      const among = told.filter(({ probability }) => probability >= bins[bin]! && probability < to);
      const said = among.reduce((sum, { probability }) => sum + probability, 0);
      const variance = among.reduce((sum, { probability }) => sum + probability * (1 - probability), 0);
      const came = among.filter(({ isReady }) => isReady).length;
      expect(Math.abs(came - said)).toBeLessThan(2.6 * Math.sqrt(variance) + 0.04 * among.length);
    });
  });

  it('says when somebody is ready, and keeps that promise four times of five', () => {
    let [kept, told] = [0, 0];
    outlooks.forEach((outlook, at) => {
      const { earliest, latest }: ReadyIn = outlook.readyIn(0.5);
      const inMonth = Array.from({ length: 37 }, (_, months) => months).find((months) =>
        isReadyIn(learners[at]!, months, [0, 0, 0]),
      );
      told++;
      const month = inMonth ?? Infinity;
      if (month >= (earliest ?? 37) && month <= (latest ?? Infinity)) kept++;
    });
    expect(kept / told).toBeGreaterThan(0.8);
  });

  it('is of each ability what is believed of it, later less certain and moved by the pace', () => {
    for (const [at, { state, answers }] of learners.slice(0, 20).entries()) {
      const { mean } = paceGiven(paceSeen(answers, parameters), usual);
      skills.forEach((skill, place) => {
        const known = state.skills.get(skill);
        if (!known) return;
        const today = abilityOn(state, known, 10_000, parameters);
        const [now, later] = [0, 6].map((months) => outlooks[at]!.abilitiesIn(months)[place]!);
        expect(now!.mean).toBeCloseTo(today.mean, 9);
        expect(now!.variance).toBeCloseTo(today.variance, 9);
        expect(later!.mean).toBeCloseTo(today.mean + 6 * mean, 9);
        expect(later!.variance).toBeGreaterThan(today.variance);
      });
    }
  });

  it('of one skill is the probability that it is met, and of two levels of it that of the higher one', () => {
    const { state } = learners[0]!;
    const offset = state.skills.get('a')!;
    const of = (...levels: number[]) =>
      new Outlook(
        state,
        levels.map((threshold) => ({ skill: 'a', offset, threshold, importance: 1 })),
        usual,
        10_000,
        parameters,
      );
    const one = of(-0.5);
    for (const months of [0, 6, 12]) {
      expect(one.probabilityIn(months)).toBeCloseTo(one.fitIn(months).fit, 3);
      expect(of(-0.5, -1).probabilityIn(months)).toBe(one.probabilityIn(months));
    }
  });
});

describe('a pace', () => {
  it('is not seen in answers of one day, and of nobody is what is believed where nothing is known', () => {
    const [first] = learners[0]!.answers;
    expect(paceSeen([], parameters)).toBeUndefined();
    expect(paceSeen([first!, first!], parameters)).toBeUndefined();
    expect(usualPace([]).mean).toBe(0);
    expect(paceGiven(undefined, usual)).toBe(usual);
  });

  it('stays finite where all answers are right, or all after a day', () => {
    const given = (right: (day: number) => boolean): FirstAnswer[] =>
      Array.from({ length: 30 }, (_, at) => ({
        ...{ skill: 'a', day: 20 * at, difficulty: 0, discrimination: 1 },
        score: right(20 * at) ? 1 : 0,
      }));
    const rising = paceSeen(
      given((day) => day > 300),
      parameters,
    )!;
    expect(rising.mean).toBeGreaterThan(0.05);
    for (const { mean, variance } of [
      rising,
      paceSeen(
        given(() => true),
        parameters,
      )!,
    ]) {
      expect(Math.abs(mean)).toBeLessThan(3);
      expect(variance).toBeGreaterThan(0);
    }
  });
});
