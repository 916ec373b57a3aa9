import type { AnswerSeed, QuestionSeed } from '../dataset';
import type { Random } from '../random';
import { answeredPostTest, leftAtPages3To8, medianSeconds, rightAfter, rightBefore } from './figures';
import type { SimulatedPerson } from './people';
import { checkQuestions, courseQuestions } from './questions';
import { probability } from '../course/catalogue';
import { otherFamilies } from './skills';

/** Standard deviations of ability: in general, in a family of skills, in one skill (logits). */
const spread = { general: 0.8, family: 0.7, skill: 0.7 };
/** Daily work in a family, and half a year of it between two sittings. */
const focusGain = 0.7;
const laterGain = 0.4;
/** Stretches the logit of a mean share to the logit of a median person (logistic-normal approximation, variance 1.6). */
const stretch = Math.sqrt(1 + 0.346 * 1.6);

/** Days are counted from here, so that every run gives the same dates; the last lies in October 2026. */
const firstDay = Date.UTC(2026, 2, 2);
const day = 86_400_000;
/** The month in which each family was checked, in days from the first; a second sitting follows 130 days later. */
const familyStart = [0, 25, 45, 70];
const courseStart = 40;
const secondSittingAfter = 130;

/** Share of people without any evidence: unknown, which is not low. */
const withoutEvidence = 0.08;

type Abilities = ReadonlyMap<string, number>;

/** Everybody's answers: the course, and checks of the other families. */
export function simulateAnswers(random: Random, people: readonly SimulatedPerson[]): AnswerSeed[] {
  return people.flatMap((person) => {
    const abilities = abilitiesOf(random, person);
    if (random.chance(withoutEvidence)) return [];
    return [...course(random, person, abilities), ...checks(random, person, abilities)];
  });
}

function abilitiesOf(random: Random, { focus }: SimulatedPerson): Abilities {
  const general = spread.general * random.normal();
  return new Map(
    [probability, ...otherFamilies].flatMap((family) => {
      const inFamily =
        spread.family * random.normal() + (focus.includes(family.id) ? focusGain : -focusGain / 3);
      return family.skills.map(({ id }): [string, number] => [
        id,
        general + inFamily + spread.skill * random.normal(),
      ]);
    }),
  );
}

/** Pre-test, lesson, post-test: times and leaving as in the figures; what was learned lies in the shares after it. */
function course(random: Random, person: SimulatedPerson, abilities: Abilities): AnswerSeed[] {
  if (!random.chance(person.focus.includes(probability.id) ? 0.9 : 0.5)) return [];
  const pages = medianSeconds.map((median) => median * Math.exp(0.5 * random.normal()));
  const startOf = (page: number): number =>
    pages.slice(0, page - 1).reduce((sum, seconds) => sum + seconds, 0);
  const start = startOfSitting(random, courseStart);
  const ask = (sitting: string, prefix: string, page: number, shares: readonly number[]): AnswerSeed[] => {
    const from = start + startOf(page) * 1000;
    const questions = courseQuestions.filter(({ id }) => id.startsWith(prefix));
    return sit(random, person, abilities, {
      questions,
      shares,
      sitting,
      attempt: 1,
      gain: 0,
      from,
      seconds: pages[page - 1] ?? 0,
    });
  };
  const before = ask('course pre-test', 'p1', 3, rightBefore);
  const leaves = random.chance(leftAtPages3To8.reduce((sum, share) => sum + share, 0));
  if (leaves || !random.chance(answeredPostTest)) return before;
  return [...before, ...ask('course post-test', 'p2', 9, rightAfter)];
}

/** Checks of the other families: some people, some skills, some a second time in autumn. */
function checks(random: Random, person: SimulatedPerson, abilities: Abilities): AnswerSeed[] {
  return otherFamilies.flatMap((family, index) => {
    if (!random.chance(person.focus.includes(family.id) ? 0.85 : 0.4)) return [];
    const taken = family.skills.filter(() => random.chance(0.8)).map(({ id }) => id);
    const questions = checkQuestions.filter(({ skills }) => taken.includes(skills[0] ?? ''));
    const shares = questions.map((_, place) => rightBefore[(place * 5 + index) % rightBefore.length] ?? 0.7);
    const attempts = random.chance(0.35) ? [1, 2] : [1];
    return attempts.flatMap((attempt) => {
      const startDay = (familyStart[index] ?? 0) + (attempt - 1) * secondSittingAfter;
      return sit(random, person, abilities, {
        questions,
        shares,
        sitting: `${family.id} check ${String(attempt)}`,
        attempt,
        gain: (attempt - 1) * laterGain,
        from: startOfSitting(random, startDay),
        seconds: 40 * questions.length,
      });
    });
  });
}

interface Sitting {
  readonly questions: readonly QuestionSeed[];
  /** Share of right answers of a median person, by question. */
  readonly shares: readonly number[];
  readonly sitting: string;
  readonly attempt: number;
  readonly gain: number;
  readonly from: number;
  /** Seconds for all questions together. */
  readonly seconds: number;
}

function sit(random: Random, person: SimulatedPerson, abilities: Abilities, asked: Sitting): AnswerSeed[] {
  const pace = (1000 * asked.seconds) / Math.max(1, asked.questions.length);
  let at = asked.from;
  return asked.questions.map((question, index) => {
    const share = asked.shares[index] ?? 0.7;
    const ability =
      question.skills.reduce((sum, skill) => sum + (abilities.get(skill) ?? 0), 0) / question.skills.length;
    const logit = stretch * Math.log(share / (1 - share)) + ability + asked.gain;
    const responseMs = Math.round(pace * Math.exp(0.4 * random.normal()));
    at += responseMs;
    return {
      id: `${person.id} ${question.id} ${String(asked.attempt)}`,
      person: person.id,
      question: question.id,
      score: random.chance(1 / (1 + Math.exp(-logit))) ? 1 : 0,
      response: null,
      responseMs,
      attempt: asked.attempt,
      sitting: asked.sitting,
      at: new Date(Math.round(at)).toISOString(),
    };
  });
}

/** Some working hour within a month from that day. */
function startOfSitting(random: Random, fromDay: number): number {
  return firstDay + (fromDay + random.below(30)) * day + Math.round((8 + 8 * random.share()) * 3_600_000);
}
