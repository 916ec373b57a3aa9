import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';

/** A tutor's exercises, simulated: skills one after the other and again now and then, no times and no sittings. */
const tutor = {
  people: 50,
  answersEach: 300,
  skills: 30,
  questionsOfSkill: 12,
  /** Answers to a skill's questions before the next skill begins, on average. */
  stretch: 10,
  /** Of the answers, how many are to a skill that was begun before. */
  revision: 0.3,
  general: 0.8,
  own: 0.5,
  difficultyOfSkill: 0.5,
  difficulty: 0.7,
  /** What an answer adds to its skill, divided by 1 + decline · those before; how far its logarithm differs. */
  learned: 0.15,
  decline: 0.2,
  betweenSkills: 0.8,
  betweenPeople: 0.6,
  /** Answers of a sitting that nobody wrote down, and how far off they are together. */
  sitting: 40,
  offTogether: 0.4,
  seed: 23,
} as const;

/** The answers of everybody, those of each person in their order: how fast one learns differs by person and by skill. */
export function simulatedTutor(): LoggedAnswer[] {
  const random = seededUniforms(tutor.seed);
  const normal = (deviation: number): number =>
    deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const skills = Array.from({ length: tutor.skills }, () => {
    const difficulty = normal(tutor.difficultyOfSkill);
    const difficulties = Array.from(
      { length: tutor.questionsOfSkill },
      () => difficulty + normal(tutor.difficulty),
    );
    return { difficulties, learned: tutor.learned * Math.exp(normal(tutor.betweenSkills)) };
  });
  const answers: LoggedAnswer[] = [];
  for (let person = 0; person < tutor.people; person++) {
    const general = normal(tutor.general);
    const speed = Math.exp(normal(tutor.betweenPeople));
    const own = skills.map(() => ({ ability: general + normal(tutor.own), answers: 0 }));
    let off = 0;
    let latest = 0;
    for (let place = 0; place < tutor.answersEach; place++) {
      if (place % tutor.sitting === 0) off = normal(tutor.offTogether);
      if (random() < 1 / tutor.stretch) latest = (latest + 1) % tutor.skills;
      const at = random() < tutor.revision ? Math.floor(random() * (latest + 1)) : latest;
      const [skill, known] = [skills[at]!, own[at]!];
      const question = Math.floor(random() * tutor.questionsOfSkill);
      const score = random() < logistic(known.ability + off - skill.difficulties[question]!) ? 1 : 0;
      const id = `${String(at)}.${String(question)}`;
      answers.push({ person: String(person), question: id, skills: [String(at)], score });
      known.ability += (speed * skill.learned) / (1 + tutor.decline * known.answers);
      known.answers++;
    }
  }
  return answers;
}
