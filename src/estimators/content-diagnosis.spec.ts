import * as fc from 'fast-check';
import type { DiagnosedAnswer } from './answered-test';
import { diagnoseQuestions, type QuestionDiagnosis } from './content-diagnosis';
import { logistic } from './normal';
import { seededUniforms } from './random';

/** Whether person p of `people` answers question q right: the able more often, none of it by chance alone. */
function mixedCourse(people: number, questions: number, ease: number, seed: number): DiagnosedAnswer[] {
  const random = seededUniforms(seed);
  const answers: DiagnosedAnswer[] = [];
  for (let person = 0; person < people; person++) {
    const ability = people === 1 ? 0 : -1.5 + (3 * person) / (people - 1);
    for (let question = 0; question < questions; question++)
      answers.push({
        person: `p${person}`,
        question: `q${question}`,
        skills: [question % 2 === 0 ? 'sql' : 'statistics'],
        score: random() < logistic(1.3 * ability + ease - (question % 5) / 4) ? 1 : 0,
      });
  }
  return answers;
}

/** With four options: whoever is not right chooses one of the others, the second most often. */
function withOptions(answers: readonly DiagnosedAnswer[], seed: number): DiagnosedAnswer[] {
  const random = seededUniforms(seed);
  return answers.map((answer) => {
    const place = random();
    const response = answer.score === 1 ? 'A' : place < 0.5 ? 'B' : place < 0.8 ? 'C' : 'D';
    return { ...answer, response, key: 'A' };
  });
}

const diagnosisOf = (found: readonly QuestionDiagnosis[], question: string): QuestionDiagnosis | undefined =>
  found.find((one) => one.question === question);

const asOptions = (answers: DiagnosedAnswer[]) => withOptions(answers, 5);
const waysToFail: readonly [string, (answers: DiagnosedAnswer[]) => DiagnosedAnswer[]][] = [
  ['where scores alone are known', (answers) => answers],
  ['where they choose different options', asOptions],
  [
    'where all choose the same option',
    (answers) =>
      asOptions(answers).map((answer) =>
        answer.question === 'q3' && answer.score === 0 ? { ...answer, response: 'B' } : answer,
      ),
  ],
];

describe.each(waysToFail)('%s', (_, given) => {
  it.each([3, 6, 16])(
    'blames the one question of %i that ten people of mixed level all fail',
    (questions) => {
      for (const seed of [3, 18, 19]) {
        const course = mixedCourse(10, questions + 1, 2.5, seed).map((answer) =>
          answer.question === 'q3' ? { ...answer, score: 0 } : answer,
        );
        const found = diagnoseQuestions(given(course));
        expect(diagnosisOf(found, 'q3')).toMatchObject({ diagnosis: 'CONTENT_PROBLEM' });
        expect(diagnosisOf(found, 'q3')?.probability).toBeGreaterThan(0.75);
        expect(found.filter(({ diagnosis }) => diagnosis === 'CONTENT_PROBLEM')).toHaveLength(1);
      }
    },
  );

  it('does not blame a hard question that the best three of the ten pass', () => {
    for (const seed of [3, 18, 19]) {
      const course = mixedCourse(10, 8, 1.5, seed).map((answer) =>
        answer.question === 'q3' ? { ...answer, score: Number(answer.person.slice(1)) > 6 ? 1 : 0 } : answer,
      );
      expect(diagnosisOf(diagnoseQuestions(given(course)), 'q3')?.diagnosis).not.toBe('CONTENT_PROBLEM');
    }
  });
});

it('finds a skill that one team lacks and another has, and blames none of its questions', () => {
  const course = mixedCourse(24, 10, 1.5, 4).map((answer) => {
    const team = Number(answer.person.slice(1)) % 2 === 0 ? 'sales' : 'support';
    const lacks = team === 'sales' && answer.skills.includes('sql');
    return { ...answer, team, score: lacks ? 0 : answer.score };
  });
  for (const { question, diagnosis, reasons } of diagnoseQuestions(course)) {
    const isSql = Number(question.slice(1)) % 2 === 0;
    expect([question, diagnosis]).toEqual([question, isSql ? 'KNOWLEDGE_GAP' : 'SOUND']);
    expect(reasons.team).toBe(isSql ? 'sales' : undefined);
    expect(reasons.lacking.map(({ team }) => team)).toEqual(isSql ? ['sales'] : []);
  }
});

it('tells every team that lacks a skill, the most probable first', () => {
  const teams = ['sales', 'support', 'legal', 'service'];
  const course = mixedCourse(48, 10, 1.5, 4).map((answer) => {
    const team = teams[Number(answer.person.slice(1)) % teams.length]!;
    const lacks = (team === 'sales' || team === 'legal') && answer.skills.includes('sql');
    return { ...answer, team, score: lacks ? 0 : answer.score };
  });
  for (const { question, diagnosis, probability, reasons } of diagnoseQuestions(course)) {
    const isSql = Number(question.slice(1)) % 2 === 0;
    expect([question, diagnosis]).toEqual([question, isSql ? 'KNOWLEDGE_GAP' : 'SOUND']);
    expect(reasons.lacking.map(({ team }) => team).sort()).toEqual(isSql ? ['legal', 'sales'] : []);
    if (isSql) expect(reasons.lacking[0]).toEqual({ team: reasons.team, probability });
  }
});

it('finds nothing in an easy course that is sound', () => {
  for (const course of [mixedCourse(12, 8, 3.5, 6), withOptions(mixedCourse(60, 8, 3.5, 7), 8)])
    for (const { diagnosis } of diagnoseQuestions(course)) expect(diagnosis).toBe('SOUND');
});

it('names the option that the able choose where another is the key', () => {
  const course = withOptions(mixedCourse(60, 20, 0.8, 9), 10).map((answer) =>
    answer.question === 'q7' ? { ...answer, key: 'B', score: answer.response === 'B' ? 1 : 0 } : answer,
  );
  const found = diagnoseQuestions(course);
  expect(diagnosisOf(found, 'q7')).toMatchObject({
    diagnosis: 'CONTENT_PROBLEM',
    kind: 'WRONG_KEY',
    key: 'A',
  });
  expect(found.filter(({ diagnosis }) => diagnosis === 'CONTENT_PROBLEM')).toHaveLength(1);
});

/** Of those who are right on q7 every second one chose B, which is as right or misleads the able as well. */
const twoAlike = (people: number) =>
  withOptions(mixedCourse(people, 20, 1.5, 21), 22).map((answer) => {
    const other = answer.question === 'q7' && answer.score === 1 && Number(answer.person.slice(1)) % 2 === 0;
    return other ? { ...answer, response: 'B', score: 0 } : answer;
  });

it('leaves it to an expert whether a second option that the able choose alike is right, and names it', () => {
  const found = diagnoseQuestions(twoAlike(120));
  expect(diagnosisOf(found, 'q7')).toMatchObject({
    diagnosis: 'NOT_ENOUGH_DATA',
    kind: undefined,
    key: 'B',
    reasons: { decidedBy: 'SUBJECT_EXPERT' },
  });
  for (const { question, diagnosis } of found) if (question !== 'q7') expect(diagnosis).toBe('SOUND');
  expect(diagnosisOf(diagnoseQuestions(twoAlike(300)), 'q7')).toMatchObject({ kind: 'AMBIGUOUS', key: 'B' });
});

it('asks no expert where the able choose the key and others a second option as often', () => {
  const course = twoAlike(300).map((answer) =>
    answer.question !== 'q7' || (answer.response !== 'A' && answer.response !== 'B')
      ? answer
      : Number(answer.person.slice(1)) >= 150
        ? { ...answer, response: 'A', score: 1 }
        : { ...answer, response: 'B', score: 0 },
  );
  expect(diagnosisOf(diagnoseQuestions(course), 'q7')).toMatchObject({ diagnosis: 'SOUND', key: undefined });
});

it('tells a wrong key that few answered only where it is clear', () => {
  const found = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) =>
    diagnoseQuestions(
      withOptions(mixedCourse(24, 12, 0.4, seed), seed + 50).map((answer) =>
        answer.question < 'q3' ? { ...answer, key: 'B', score: answer.response === 'B' ? 1 : 0 } : answer,
      ),
    ),
  );
  const told = found.filter(({ diagnosis, kind }) => diagnosis === 'CONTENT_PROBLEM' && kind === 'WRONG_KEY');
  expect(Math.min(...told.map(({ probability }) => probability))).toBeGreaterThanOrEqual(0.85);
  const waiting = found.filter(
    ({ diagnosis, probability }) => diagnosis === 'NOT_ENOUGH_DATA' && probability > 0.75,
  );
  expect(waiting.length).toBeGreaterThan(0);
  for (const { reasons } of waiting) expect(reasons.decidedBy).toBe('MORE_ANSWERS');
});

it('goes by the scores where the key is written otherwise than the responses', () => {
  const course = withOptions(mixedCourse(60, 20, 0.8, 9), 10);
  const found = diagnoseQuestions(course.map((answer) => ({ ...answer, key: 'option a' })));
  expect(found).toEqual(diagnoseQuestions(course));
});

it('finds the question that is harder for one team of equal level', () => {
  const course = mixedCourse(120, 10, 1, 11).map((answer) => {
    const team = Number(answer.person.slice(1)) % 2 === 0 ? 'north' : 'south';
    const unfair = team === 'north' && answer.question === 'q4' && Number(answer.person.slice(1)) % 8 !== 0;
    return { ...answer, team, score: unfair ? 0 : answer.score };
  });
  expect(diagnosisOf(diagnoseQuestions(course), 'q4')).toMatchObject({
    diagnosis: 'CONTENT_PROBLEM',
    kind: 'UNFAIR',
    reasons: { team: 'north' },
  });
});

it('finds the day from which on a question fails while those beside it are steady', () => {
  const course = mixedCourse(80, 10, 1, 12).map((answer) => {
    const day = 20_000 + ((37 * Number(answer.person.slice(1))) % 80);
    const outdated = answer.question === 'q4' && day >= 20_040;
    return { ...answer, day, score: outdated ? 0 : answer.score };
  });
  const found = diagnosisOf(diagnoseQuestions(course), 'q4');
  expect(found).toMatchObject({ diagnosis: 'CONTENT_PROBLEM', kind: 'OUTDATED' });
  expect(Math.abs((found?.reasons.since ?? 0) - 20_040)).toBeLessThan(5);
});

it('says what would decide where a whole skill fails, or a handful answered', () => {
  const course = mixedCourse(60, 20, 3, 13).map((answer) => {
    const lucky = (7 * Number(answer.person.slice(1)) + 3 * Number(answer.question.slice(1))) % 10 < 2;
    return answer.skills.includes('sql') ? { ...answer, score: lucky ? 1 : 0 } : answer;
  });
  for (const { question, diagnosis, reasons } of diagnoseQuestions(course))
    if (Number(question.slice(1)) % 2 === 0)
      expect([diagnosis, reasons.decidedBy]).toEqual(['NOT_ENOUGH_DATA', 'OTHER_TEAMS_OR_PAGES']);
  for (const { diagnosis, reasons } of diagnoseQuestions(mixedCourse(4, 4, 1, 14)))
    expect([diagnosis, reasons.decidedBy]).toEqual(['NOT_ENOUGH_DATA', 'MORE_ANSWERS']);
});

it('counts the first attempt', () => {
  const course = mixedCourse(20, 6, 1.5, 15).map((answer) => ({ ...answer, attempt: 1 }));
  const again = course.map((answer) => ({ ...answer, score: 1 - answer.score, attempt: 2 }));
  expect(diagnoseQuestions([...again, ...course])).toEqual(diagnoseQuestions(course));
});

const names = ['A', 'B', 'C', 'D'];
const faultyCourse = withOptions(mixedCourse(20, 8, 0.8, 16), 17).map((answer) => ({
  ...answer,
  team: Number(answer.person.slice(1)) % 2 === 0 ? 'north' : 'south',
  key: answer.question === 'q2' ? 'B' : 'A',
  score: answer.response === (answer.question === 'q2' ? 'B' : 'A') ? 1 : 0,
}));

it('is the same in any order of the answers', () => {
  const found = diagnoseQuestions(faultyCourse);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(faultyCourse, { minLength: faultyCourse.length, maxLength: faultyCourse.length }),
      (shuffled) => {
        expect(diagnoseQuestions(shuffled)).toEqual(found);
      },
    ),
    { numRuns: 5 },
  );
});

it('is the same whatever the options are called', () => {
  const found = diagnoseQuestions(faultyCourse);
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: 4, maxLength: 4 }), (others) => {
      const called = (name: string | undefined): string => others[names.indexOf(name ?? '')] ?? '';
      const renamed = faultyCourse.map((answer) => ({
        ...answer,
        response: called(answer.response),
        key: called(answer.key),
      }));
      expect(diagnoseQuestions(renamed)).toEqual(
        found.map((one) => ({ ...one, key: one.key === undefined ? undefined : called(one.key) })),
      );
    }),
    { numRuns: 8 },
  );
});

const anyAnswer = fc.record(
  {
    person: fc.constantFrom('ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gil'),
    question: fc.constantFrom('q1', 'q2', 'q3', 'q4'),
    skills: fc.subarray(['sql', 'statistics']),
    score: fc.constantFrom(0, 0.25, 0.5, 1),
    response: fc.constantFrom('', 'A', 'B', 'C', 'D', 'E', 'F', 'G'),
    key: fc.constantFrom('A', 'B', 'H'),
    attempt: fc.integer({ min: 1, max: 3 }),
    day: fc.double({ min: 20_000, max: 20_100, noNaN: true }),
    team: fc.constantFrom('north', 'south'),
  },
  { requiredKeys: ['person', 'question', 'skills', 'score'] },
);

it('says something of every question, with a probability, whatever it is given', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 60 }), (answers) => {
      const found = diagnoseQuestions(answers);
      expect(found.map(({ question }) => question)).toEqual(
        [...new Set(answers.map(({ question }) => question))].sort(),
      );
      for (const { probability } of found) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});
