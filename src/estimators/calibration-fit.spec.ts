import { simulatedLog } from '../../test/kit/modelled';
import { AnswerLogBuilder, type AnswerLog, type LoggedAnswer } from './answer-log';
import { fitCalibration } from './calibration-fit';
import { everybody, filterLog } from './log-filter';

const questions = Array.from({ length: 16 }, (_, q) => ({ difficulty: (q % 8) / 3 - 1.2 }));
const world = { people: 40, answersEach: 20, questions, skills: 4, general: 0.5, own: 0.5, seed: 3 };

describe('a calibration fitted to simulated people', () => {
  it('is the same again for the same log', () => {
    const log = simulatedLog({ ...world, people: 12, answersEach: 10 });
    const [once, again] = [fitCalibration(log), fitCalibration(log)];
    expect(again.parameters).toStrictEqual(once.parameters);
    expect(again.questions).toStrictEqual(once.questions);
  });

  it('distinguishes people who differ in general from people who differ by skill', () => {
    const [general, own] = [
      { ...world, general: 1.2, own: 0.3 },
      { ...world, general: 0.3, own: 1.2 },
    ].map((one) => fitCalibration(simulatedLog(one)).parameters);
    const ratio = (one: typeof own) => one!.generalVariance / one!.skillVariance;
    expect(ratio(general)).toBeGreaterThan(2);
    expect(ratio(general)).toBeGreaterThan(3 * ratio(own));
  });

  it('never finds that meeting a question again makes it harder, though more often those meet it again who fail', () => {
    const { people, ...once } = simulatedLog({ ...world, people: 20, answersEach: 8 });
    const builder = new AnswerLogBuilder();
    for (let person = 0; person < people; person++) {
      for (let i = once.firstOf[person]!; i < once.firstOf[person + 1]!; i++) {
        const [question, score] = [once.question[i]!, once.score[i]!];
        const skills = Array.from(once.questionSkills[question]!, String);
        const answer = { person: String(person), question: String(question), skills };
        builder.add({ ...answer, score });
        builder.add({ ...answer, score: 0 });
      }
    }
    const { parameters } = fitCalibration(builder.build().log);
    const { memoryGainRight, memoryGainWrong, recallRight, recallWrong } = parameters;
    expect(Math.min(memoryGainRight, memoryGainWrong, recallRight, recallWrong)).toBeGreaterThan(0);
    expect(Math.max(memoryGainRight, recallRight)).toBeLessThan(0.1);
  });

  it('finds that practice raises the level where it does', () => {
    const [learning, not] = [0.2, 0].map(
      (gain) => fitCalibration(simulatedLog({ ...world, skills: 1, gain })).parameters,
    );
    const mean = (one: typeof learning) => (one!.gainRight + one!.gainWrong) / 2;
    expect(mean(learning)).toBeGreaterThan(0.03);
    expect(mean(learning)).toBeGreaterThan(mean(not) + 0.03);
  });
});

describe('a log that shows little or nothing', () => {
  const built = (answers: readonly Partial<LoggedAnswer>[]): AnswerLog => {
    const builder = new AnswerLogBuilder();
    for (const answer of answers)
      builder.add({ person: 'ann', question: 'q', skills: ['s'], score: 1, ...answer });
    return builder.build().log;
  };
  const some = <Value>(count: number, of: (index: number) => Value) =>
    Array.from({ length: count }, (_, i) => of(i));

  it.each<[string, readonly Partial<LoggedAnswer>[]]>([
    ['no answer', []],
    ['one answer', [{}]],
    ['one person', some(30, (i) => ({ question: String(i % 5), score: i % 2 }))],
    ['all right', some(24, (i) => ({ person: String(i % 6), question: String(i % 5) }))],
    ['all wrong', some(24, (i) => ({ person: String(i % 6), question: String(i % 5), score: 0 }))],
    ['one question', some(24, (i) => ({ person: String(i % 20), score: i % 2 }))],
    [
      'no skills',
      some(24, (i) => ({ person: String(i % 6), question: String(i % 7), skills: [], score: i % 2 })),
    ],
    [
      'all skills at once',
      some(24, (i) => ({ person: String(i % 6), skills: some(20, String), score: i % 2 })),
    ],
    [
      'days known of some',
      some(24, (i) => ({ person: String(i % 6), score: i % 2, day: i % 3 === 0 ? NaN : i })),
    ],
    ['days that run backwards', some(24, (i) => ({ person: String(i % 6), score: i % 2, day: -1e6 * i }))],
    [
      'fractions',
      some(24, (i) => ({ person: String(i % 6), question: String(i % 4), score: (i % 11) / 10 })),
    ],
    [
      '300 questions once each',
      some(300, (i) => ({ person: String(i % 50), question: String(i), score: i % 2 })),
    ],
    [
      'a sitting each',
      some(24, (i) => ({ person: String(i % 6), session: String(i), score: i % 2, day: i })),
    ],
  ])('gives figures that are finite, and probabilities: %s', (_, answers) => {
    const log = built(answers);
    const { parameters, questions } = fitCalibration(log);
    const { difficulty, difficultyVariance, discrimination, skillDifficulty } = questions;
    const figures = [
      ...Object.values(parameters),
      ...[difficulty, difficultyVariance, discrimination, skillDifficulty].flatMap((column) => [...column]),
    ];
    expect(figures.filter((figure) => !Number.isFinite(figure))).toEqual([]);
    expect(parameters.gainRight).toBeGreaterThanOrEqual(0);
    filterLog(log, everybody(log), questions, parameters, (_answer, { probability }) => {
      if (!(probability > 0 && probability < 1)) throw new Error(`${String(probability)} is no probability`);
    });
  });
});
