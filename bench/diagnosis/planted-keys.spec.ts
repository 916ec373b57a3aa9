import { plantedExam } from './planted-keys';
import { Tally } from './tally';

const exam = {
  questions: ['q1', 'q2', 'q3', 'q4'],
  key: ['A', 'A', 'A', 'A'],
  responses: Array.from({ length: 20 }, (_, person) =>
    ['q1', 'q2', 'q3', 'q4'].map(() => (person % 2 === 0 ? 'A' : person % 5 === 0 ? 'C' : 'B')),
  ),
};

it('moves keys to the wrong option that most people chose', () => {
  const { answers, planted, questions } = plantedExam(exam, {
    people: 20,
    questions: 3,
    share: 0.4,
    seed: 1,
  });
  expect(questions).toHaveLength(3);
  expect([...planted.values()]).toEqual(['A']);
  for (const { question, response, key, score } of answers) {
    expect(key).toBe(planted.has(question) ? 'B' : 'A');
    expect(score).toBe(response === key ? 1 : 0);
  }
});

it('counts what was found, what was named and what was called faulty for nothing', () => {
  const tally = new Tally();
  tally.add(
    [
      {
        id: 'q1',
        diagnosis: 'CONTENT_PROBLEM',
        probability: 0.96,
        kind: 'WRONG_KEY',
        key: 'B',
      },
      { id: 'q2', diagnosis: 'CONTENT_PROBLEM', probability: 0.98, kind: 'NOT_TAUGHT' },
      { id: 'q3', diagnosis: 'KNOWLEDGE_GAP', probability: 0.9 },
      { id: 'q4', diagnosis: 'SOUND', probability: 0.9 },
    ],
    (question) => ({
      fault: { q1: 'WRONG_KEY', q3: 'KNOWLEDGE_GAP', q4: 'UNFAIR' }[question],
      key: question === 'q1' ? 'B' : undefined,
    }),
  );
  expect(tally.result()).toEqual({
    precision: 0.5,
    recall: 0.5,
    false_alarms: 0.5,
    key_named: 1,
    undecided: 0,
    kinds: {
      WRONG_KEY: { planted: 1, found: 1, kind_named: 1, key_named: 1 },
      KNOWLEDGE_GAP: { planted: 1, found: 1, kind_named: 1, key_named: 0 },
      UNFAIR: { planted: 1, found: 0, kind_named: 0, key_named: 0 },
    },
    calibration: [{ from: 0.95, problems: 2, said: 0.97, true: 0.5 }],
    told_kinds: {
      WRONG_KEY: { told: 1, said: 0.96, true: 1, kind_true: 1 },
      NOT_TAUGHT: { told: 1, said: 0.98, true: 0, kind_true: 0 },
      KNOWLEDGE_GAP: { told: 1, said: 0.9, true: 1, kind_true: 1 },
    },
  });
});
