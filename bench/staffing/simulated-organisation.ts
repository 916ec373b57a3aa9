import { AnswerLogBuilder, AnswerIndexes } from '../../src/estimators/answer-log';
import { fitCalibration } from '../../src/estimators/calibration-fit';
import { stepAnswer } from '../../src/estimators/filter';
import { answerAt } from '../../src/estimators/log-filter';
import { logistic } from '../../src/estimators/normal';
import { abilityOn, newPerson } from '../../src/estimators/person-state';
import { seededUniforms } from '../../src/estimators/random';
import type { Gaussian } from '../../src/estimators/types';

/** How large an organisation is. */
export interface Size {
  readonly people: number;
  readonly skills: number;
}
const usualSize: Size = { people: 200, skills: 20 };

const simulated = {
  questionsOfSkill: 12,
  /** Of the skills, the share in which somebody ever answers. */
  known: 0.6,
  /** Answers in each of those, at most: somebody answers from one to so many questions. */
  mostAnswers: 12,
  general: 0.9,
  own: 0.8,
  sitting: 0.4,
  difficulty: 0.8,
  days: 60,
} as const;

/** Somebody of a simulated organisation: what is true of them, and what their answers make believe. */
export interface SimulatedPerson {
  /** By skill: how far their ability lies above the skill's mean question, logits. */
  readonly truth: readonly number[];
  /** The same as it is believed; undefined where nothing was answered. */
  readonly believed: readonly (Gaussian | undefined)[];
}

/**
 * People whose levels are known since they were drawn, with the beliefs that the model has of them: calibrated on their answers
 * alone, as an installation calibrates on its own.
 */
export function simulatedOrganisation(seed: number, { people, skills } = usualSize): SimulatedPerson[] {
  const random = seededUniforms(seed);
  const normal = (deviation: number): number =>
    deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const { questionsOfSkill, days } = simulated;
  const difficulties = Array.from({ length: skills }, () =>
    Array.from({ length: questionsOfSkill }, () => normal(simulated.difficulty)),
  );
  const truth: number[][] = [];
  const indexes = new AnswerIndexes();
  const builder = new AnswerLogBuilder(indexes);
  for (let person = 0; person < people; person++) {
    const general = normal(simulated.general);
    const abilities = difficulties.map(() => general + normal(simulated.own));
    truth.push(abilities);
    const asked: { skill: number; question: number; day: number }[] = [];
    for (let skill = 0; skill < skills; skill++) {
      if (random() >= simulated.known) continue;
      const answers = 1 + Math.floor(simulated.mostAnswers * random());
      for (let question = 0; question < answers; question++)
        asked.push({ skill, question, day: Math.floor(days * random()) });
    }
    asked.sort((left, right) => left.day - right.day);
    let [today, sitting] = [-1, 0];
    for (const { skill, question, day } of asked) {
      if (day !== today) sitting = normal(simulated.sitting);
      today = day;
      const ability = (abilities[skill] ?? 0) + sitting - (difficulties[skill]?.[question] ?? 0);
      const score = random() < logistic(ability) ? 1 : 0;
      builder.add({
        ...{
          person: String(person),
          question: `${String(skill)} ${String(question)}`,
          skills: [String(skill)],
        },
        ...{ score, day, session: String(day) },
      });
    }
  }
  const believed = beliefsOf(builder, indexes, skills);
  return truth.map((abilities, person) => ({
    truth: abilities.map((ability, skill) => ability - mean(difficulties[skill] ?? [])),
    believed: believed(String(person)),
  }));
}

function beliefsOf(
  builder: AnswerLogBuilder,
  indexes: AnswerIndexes,
  skills: number,
): (person: string) => (Gaussian | undefined)[] {
  const { log, personIds } = builder.build();
  const { parameters, questions } = fitCalibration(log);
  const difficultiesOf = Array.from({ length: skills }, (): number[] => []);
  indexes.questionIds.forEach((id, question) => {
    difficultiesOf[Number(id.split(' ')[0])]?.push(questions.difficulty[question] ?? 0);
  });
  const references = difficultiesOf.map(mean);
  const numberOf = new Map(
    indexes.questionIds.map((id, question) => [
      Number(id.split(' ')[0]),
      indexes.questionSkills[question]?.[0] ?? -1,
    ]),
  );
  const places = new Map(personIds.map((id, place) => [id, place]));
  return (id) => {
    const state = newPerson<number>(parameters);
    const place = places.get(id) ?? -1;
    for (let i = log.firstOf[place] ?? 0; i < (log.firstOf[place + 1] ?? 0); i++)
      stepAnswer(state, answerAt(log, i, questions), parameters);
    return references.map((reference, skill) => {
      const known = state.skills.get(numberOf.get(skill) ?? -1);
      if (!known) return undefined;
      const { mean: centre, variance } = abilityOn(state, known, simulated.days, parameters);
      return { mean: centre - reference, variance };
    });
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
