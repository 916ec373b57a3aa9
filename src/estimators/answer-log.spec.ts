import fc from 'fast-check';
import { AnswerIndexes, AnswerLogBuilder, type BuiltLog, type LoggedAnswer } from './answer-log';

function built(answers: readonly Partial<LoggedAnswer>[], indexes?: AnswerIndexes, gap?: number): BuiltLog {
  const builder = new AnswerLogBuilder(indexes, gap);
  for (const answer of answers)
    builder.add({ person: 'ann', question: 'q', skills: ['s'], score: 1, ...answer });
  return builder.build();
}

describe('a log of answers', () => {
  it('puts people one after the other and keeps the order of each', () => {
    const { log, place, personIds } = built([
      { person: 'ann', question: 'a', score: 0.25, day: 1 },
      { person: 'bob', question: 'b', score: 1 },
      { person: 'ann', question: 'b', score: 0 },
      { person: 'cid', question: 'a', score: 0.5 },
      { person: 'bob', question: 'a', score: 0.75, day: 2 },
    ]);
    expect(personIds).toEqual(['ann', 'bob', 'cid']);
    expect([...log.firstOf]).toEqual([0, 2, 4, 5]);
    expect([...log.question]).toEqual([0, 1, 1, 0, 0]);
    expect([...log.score]).toEqual([0.25, 0, 1, 0.75, 0.5]);
    expect([...log.day]).toEqual([1, NaN, NaN, 2, NaN]);
    expect([...place]).toEqual([0, 2, 1, 4, 3]);
  });

  it('holds no answer where none was added', () => {
    const { log, place } = new AnswerLogBuilder().build();
    expect([log.people, [...log.firstOf], place.length, log.skills]).toEqual([0, [0], 0, 0]);
  });

  it('gives back every answer at its place, however many there are', () => {
    const answer = fc.record({
      person: fc.nat({ max: 20 }),
      question: fc.nat({ max: 9 }),
      score: fc.double(),
    });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1_000, maxLength: 3_000, size: 'max' }), (answers) => {
        const indexes = new AnswerIndexes();
        const { log, place, personIds } = built(
          answers.map(({ person, question, score }) => ({
            person: String(person),
            question: String(question),
            score,
          })),
          indexes,
        );
        answers.forEach(({ person, question, score }, index) => {
          const at = place[index]!;
          expect(log.score[at]).toBe(score);
          expect(indexes.questionIds[log.question[at]!]).toBe(String(question));
          const owner = personIds.indexOf(String(person));
          expect(at >= log.firstOf[owner]! && at < log.firstOf[owner + 1]!).toBe(true);
        });
      }),
      { numRuns: 3 },
    );
  });

  it('identifies a question by its id and its skills together', () => {
    const { log } = built([
      { question: 'q', skills: ['x', 'y'] },
      { question: 'q', skills: ['y', 'x', 'y'] },
      { question: 'q', skills: ['x'] },
      { question: 'q', skills: [] },
      { question: '0 q', skills: [] },
    ]);
    expect([...log.question]).toEqual([0, 0, 1, 2, 3]);
    expect(log.questionSkills.map((skills) => [...skills])).toEqual([[0, 1], [0], [], []]);
    expect(log.skills).toBe(2);
  });

  it('knows again what an earlier log with its indexes knew, and puts what is new after that', () => {
    const indexes = new AnswerIndexes();
    const train = built([{ question: 'a', skills: ['x'] }, { question: 'b' }], indexes).log;
    const test = built([{ question: 'c', skills: ['z'] }, { question: 'b' }], indexes).log;
    expect([...test.question]).toEqual([2, 1]);
    expect([...(test.questionSkills[2] ?? [])]).toEqual([2]);
    expect([train.questionSkills.length, train.skills, test.skills]).toEqual([2, 2, 3]);
  });
});

describe('sittings', () => {
  const sittings = (answers: readonly Partial<LoggedAnswer>[], gap?: number) => [
    ...built(answers, undefined, gap).log.sitting,
  ];

  it('are all the first where nothing separates them', () => {
    expect(sittings([{}, {}, {}])).toEqual([0, 0, 0]);
  });

  it('change with the session, whatever the time between', () => {
    const long = [
      { session: 'a', day: 0 },
      { session: 'a', day: 9 },
      { session: 'b', day: 9 },
      { session: 'a', day: 9 },
    ];
    expect(sittings(long)).toEqual([0, 0, 1, 2]);
  });

  it('change after more than eight hours where no session is given', () => {
    const hours = [0, 7.9, 15.8, 24, 24.1].map((hour) => ({ day: hour / 24 }));
    expect(sittings(hours)).toEqual([0, 0, 0, 1, 1]);
    expect(sittings(hours, 0.01)).toEqual([0, 1, 2, 3, 3]);
  });

  it('reach over answers without a time or a session', () => {
    expect(sittings([{ day: 0 }, {}, { day: 1 }, {}])).toEqual([0, 0, 1, 1]);
    expect(sittings([{ session: 'a' }, {}, { session: 'b' }, {}])).toEqual([0, 0, 1, 1]);
  });

  it('begin anew with each person', () => {
    const answers = ['a', 'b', 'c'].flatMap((session) => [
      { person: 'ann', session },
      { person: 'bob', session: 'all' },
    ]);
    expect(sittings(answers)).toEqual([0, 1, 2, 0, 0, 0]);
  });
});

test('attempts are taken where given, else counted by person and question', () => {
  const { log } = built([
    { person: 'ann', question: 'a' },
    { person: 'bob', question: 'a' },
    { person: 'ann', question: 'b', attempt: 7 },
    { person: 'ann', question: 'a' },
    { person: 'ann', question: 'b' },
  ]);
  expect([...log.attempt]).toEqual([1, 7, 2, 2, 1]);
});
