import { AnswerLogBuilder } from '../../../src/estimators/answer-log';
import { forEachAnswer } from './earlier-answers';

it('gives before each answer what its person has answered until then, and nothing of others', () => {
  const builder = new AnswerLogBuilder();
  const answers = [
    ['ann', 'x', 'a', 1],
    ['ann', 'xy', 'a;b', 0.5],
    ['bob', 'xy', 'a;b', 0],
    ['ann', 'x', 'a', 0],
    ['ann', 'none', '', 1],
    ['ann', 'x', 'a', 1],
    ['bob', 'x', 'a', 1],
  ] as const;
  for (const [person, question, skills, score] of answers)
    builder.add({ person, question, skills: skills.split(';').filter(Boolean), score });
  const seen: (readonly number[])[] = [];
  forEachAnswer(builder.build().log, (question, skills, { total, ofQuestion, ofSkill }) => {
    const tallies = [...skills].flatMap((skill) => [ofSkill.right(skill), ofSkill.answers(skill)]);
    seen.push(
      [total.right(0), total.answers(0), ofQuestion.right(question), ofQuestion.answers(question)].concat(
        tallies,
      ),
    );
  });
  // Right and all: in total, to the question, on each skill.
  expect(seen).toEqual([
    [0, 0, 0, 0, 0, 0],
    [1, 1, 0, 0, 1, 1, 0, 0],
    [1.5, 2, 1, 1, 1.5, 2],
    [1.5, 3, 0, 0],
    [2.5, 4, 1, 2, 1.5, 3],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 0, 0, 0, 1],
  ]);
});
