import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';

/** A drill, simulated: few people, the same questions again and again, no times and no sittings. */
const drill = {
  people: 30,
  questions: 400,
  skills: 20,
  /** Of the questions, how many each person practises. */
  practised: 100,
  /** Answers to each of those, on average. */
  answersEach: 7,
  /** From how many questions the next is drawn. */
  deck: 25,
  general: 0.8,
  own: 0.5,
  difficulty: 1,
  /** What a person knows of a single question, apart from its skill. */
  single: 0.8,
  /** What an answer adds for good to its question, and to its skill at most, divided by one more than those before. */
  learnedOfQuestion: 0.5,
  learnedOfSkill: 0.3,
  /** What is fresh right after an answer, and after how many others half of it is forgotten. */
  fresh: 1.2,
  halfForgotten: 15,
  seed: 22,
} as const;

/** The answers of everybody, those of each person in their order. */
export function simulatedDrill(): LoggedAnswer[] {
  const random = seededUniforms(drill.seed);
  const normal = (deviation: number): number =>
    deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const difficulties = Array.from({ length: drill.questions }, () => normal(drill.difficulty));
  const gains = Array.from({ length: drill.skills }, () => drill.learnedOfSkill * random());
  const answers: LoggedAnswer[] = [];
  for (let person = 0; person < drill.people; person++) {
    const general = normal(drill.general);
    const abilities = gains.map(() => general + normal(drill.own));
    const onSkill = gains.map(() => 0);
    const begun = new Map<number, Practised>();
    for (let place = 0; place < drill.practised * drill.answersEach; place++) {
      // Questions come into the deck one by one, and leave it again.
      const latest = Math.floor(place / drill.answersEach);
      const card = Math.min(drill.practised - 1, Math.max(0, latest - Math.floor(random() * drill.deck)));
      const question = (person * 37 + card * 11) % drill.questions;
      const skill = question % drill.skills;
      const known = begun.get(question) ?? { single: normal(drill.single), times: 0, last: NaN };
      const between = place - known.last - 1;
      const fresh = known.times > 0 ? drill.fresh / (1 + between / drill.halfForgotten) : 0;
      const ability = (abilities[skill] ?? 0) + known.single + fresh;
      const score = random() < logistic(ability - (difficulties[question] ?? 0)) ? 1 : 0;
      answers.push({ person: String(person), question: String(question), skills: [String(skill)], score });
      const times = known.times + 1;
      begun.set(question, { single: known.single + drill.learnedOfQuestion / times, times, last: place });
      const practised = (onSkill[skill] ?? 0) + 1;
      onSkill[skill] = practised;
      abilities[skill] = (abilities[skill] ?? 0) + (gains[skill] ?? 0) / practised;
    }
  }
  return answers;
}

interface Practised {
  readonly single: number;
  readonly times: number;
  /** Its place among the person's answers. */
  readonly last: number;
}
