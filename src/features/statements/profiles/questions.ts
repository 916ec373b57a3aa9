import type { Actor, StoredStatement } from '../statement';
import { durationSeconds } from './durations';
import { scoreOf, type FoundScore } from './scores';
import { notMapped, objectOf, sittingOf, tells, type AnswerTold, type Profile } from './told';
import { answered, judged } from './verbs';

const interactionType = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const longestResponse = 4_000;
const longestResponseMs = 86_400_000;

/** Responses to questions: answered, or judged with a response; all interaction types. */
export const questions: Profile = {
  name: 'questions',
  covers: (statement) => {
    const { verb, result } = statement;
    if (answered.has(verb.id)) return true;
    const isQuestion = objectOf(statement)?.definition?.type === interactionType;
    return isQuestion && (judged.has(verb.id) || result?.response !== undefined);
  },
  meaning: (statement) => {
    const object = objectOf(statement);
    if (object === undefined) return notMapped('NO_ACTIVITY');
    const { interactionType: kind } = object.definition ?? {};
    const found = scoreOf(statement.result, kind === 'likert' ? undefined : object.definition);
    if (found === undefined) return notMapped(kind === 'likert' ? 'OPINION' : 'NO_SCORE');
    return tells({ answers: [answerOf(statement, [object.id], found)] });
  },
};

/** The answer that a statement gives to a question, or to content that stands for one. */
export function answerOf(
  statement: StoredStatement,
  activities: readonly string[],
  found: FoundScore,
  actor?: Actor,
): AnswerTold {
  const { result, timestamp } = statement;
  const seconds = durationSeconds(result?.duration);
  const ms = seconds === undefined ? null : Math.round(seconds * 1_000);
  const response = result?.response ?? '';
  return {
    activities,
    ...found,
    ...(actor && { actor }),
    // What is longer stays whole in the statement.
    response: response === '' ? null : firstOf(response, longestResponse),
    responseMs: ms !== null && ms <= longestResponseMs ? ms : null,
    sitting: sittingOf(statement),
    at: timestamp,
  };
}

/** The beginning of a text, without cutting a character in half. */
function firstOf(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
