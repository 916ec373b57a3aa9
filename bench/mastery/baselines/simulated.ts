import { AnswerLogBuilder, type AnswerIndexes, type AnswerLog } from '../../../src/estimators/answer-log';
import { logistic } from '../../../src/estimators/normal';
import { seededUniforms } from '../../../src/estimators/random';

/** Simulated people who answer as a Rasch model says, with an ability of their own in each skill, and learn. */
export interface Simulated {
  readonly log: AnswerLog;
  /** The true probability of a right answer, by answer. */
  readonly truth: Float64Array;
}

export interface Simulation {
  readonly people: number;
  readonly answersEach: number;
  /** Logits, by question; question q assesses skill q modulo skills. */
  readonly difficulties: readonly number[];
  readonly skills?: number;
  /** Standard deviation of a person's general ability, and of what each skill adds; logits. */
  readonly spread?: number;
  readonly spreadOfSkills?: number;
  /** Logits that each answer on a skill adds. */
  readonly learning?: number;
  readonly seed: number;
  readonly indexes: AnswerIndexes;
}

export function simulated({
  people,
  answersEach,
  difficulties,
  skills = 1,
  spread = 1,
  spreadOfSkills = 0,
  learning = 0,
  seed,
  indexes,
}: Simulation): Simulated {
  const random = seededUniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const builder = new AnswerLogBuilder(indexes);
  const truth = new Float64Array(people * answersEach);
  for (let person = 0; person < people; person++) {
    const general = spread * normal();
    const abilities = Float64Array.from({ length: skills }, () => general + spreadOfSkills * normal());
    for (let i = 0; i < answersEach; i++) {
      const question = Math.floor(random() * difficulties.length);
      const skill = question % skills;
      const probability = logistic(abilities[skill]! - difficulties[question]!);
      truth[person * answersEach + i] = probability;
      builder.add({
        person: String(person),
        question: String(question),
        skills: [String(skill)],
        score: random() < probability ? 1 : 0,
      });
      abilities[skill] = abilities[skill]! + learning;
    }
  }
  return { log: builder.build().log, truth };
}
