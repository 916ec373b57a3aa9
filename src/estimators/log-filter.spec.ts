import { simulatedLog } from '../../test/kit/modelled';
import { AnswerLogBuilder, type AnswerLog } from './answer-log';
import { stepAnswer } from './filter';
import { answerAt, everybody, filterLog, filterLogBackwards } from './log-filter';
import { usualParameters } from './parameter-scales';
import { newPerson } from './person-state';
import { startingEstimates } from './question-estimates';

const questions = Array.from({ length: 8 }, (_, q) => ({ difficulty: q / 4 - 1 }));
const log = simulatedLog({
  people: 12,
  answersEach: 15,
  questions,
  skills: 3,
  general: 1,
  own: 0.5,
  seed: 5,
});
const estimates = startingEstimates(log, everybody(log), 0.04);

function expected(filter: typeof filterLog, of: AnswerLog, parameters = usualParameters): Float64Array {
  const found = new Float64Array(of.question.length).fill(NaN);
  filter(of, everybody(of), estimates, parameters, (i, { probability }) => (found[i] = probability));
  return found;
}

it('expects every answer with what the answers of that person before it say', () => {
  const found = expected(filterLog, log);
  for (const person of everybody(log)) {
    const state = newPerson<number>(usualParameters);
    for (let i = log.firstOf[person]!; i < log.firstOf[person + 1]!; i++)
      expect(found[i]).toBe(stepAnswer(state, answerAt(log, i, estimates), usualParameters).probability);
  }
});

it('visits only the people asked for, in their order', () => {
  const visited: number[] = [];
  filterLog(log, Int32Array.of(3, 1), estimates, usualParameters, (i) => visited.push(i));
  const of = (person: number) =>
    Array.from(
      { length: log.firstOf[person + 1]! - log.firstOf[person]! },
      (_, i) => log.firstOf[person]! + i,
    );
  expect(visited).toEqual([...of(3), ...of(1)]);
});

describe('backwards in time', () => {
  /** The same answers, the last first, with the time between two as it was. */
  function mirrored(whole: AnswerLog, dayOf: (i: number) => number): [AnswerLog, AnswerLog] {
    const [ahead, back] = [new AnswerLogBuilder(), new AnswerLogBuilder()];
    const answers = Array.from(whole.question, (question, i) => ({
      person: 'one',
      question: String(question),
      skills: Array.from(whole.questionSkills[question]!, String),
      score: whole.score[i]!,
      day: dayOf(i),
      session: String(Math.floor(i / 7)),
      attempt: 1,
    }));
    answers.forEach((answer) => ahead.add(answer));
    [...answers].reverse().forEach((answer) => back.add({ ...answer, day: -answer.day }));
    return [ahead.build().log, back.build().log];
  }

  it('is the mirror of forwards where practice takes away what it gave', () => {
    const [ahead, back] = mirrored(log, (i) => i / 3);
    const starting = (of: AnswerLog) => startingEstimates(of, everybody(of), 0.04);
    const found = new Float64Array(ahead.question.length);
    filterLogBackwards(ahead, everybody(ahead), starting(ahead), usualParameters, (i, { probability }) => {
      found[i] = probability;
    });
    const { gainRight, gainWrong } = usualParameters;
    const undone = { ...usualParameters, gainRight: -gainRight, gainWrong: -gainWrong };
    const last = back.question.length - 1;
    filterLog(back, everybody(back), starting(back), undone, (i, { probability }) => {
      expect(found[last - i]).toBeCloseTo(probability, 12);
    });
  });
});
