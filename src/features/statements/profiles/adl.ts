import type { StoredStatement } from '../statement';
import { durationSeconds } from './durations';
import { answerOf } from './questions';
import { scoreOf } from './scores';
import {
  notMapped,
  objectAndParents,
  objectOf,
  scopeOf,
  tells,
  type AnswerTold,
  type Profile,
  type VisitTold,
} from './told';
import { began, completed, ended, judged, lookedAt, wentOn } from './verbs';

/** The verbs of ADL and of the vocabularies that say the same, whatever the activity. */
export const adl: Profile = {
  name: 'adl',
  covers: ({ verb }) =>
    [began, lookedAt, wentOn, completed, judged, ended].some((verbs) => verbs.has(verb.id)),
  meaning: passageMeaning,
};

/** What a statement says of a passage through content: that it began, went on, was completed, was judged or ended. */
export function passageMeaning(statement: StoredStatement): ReturnType<Profile['meaning']> {
  const object = objectOf(statement);
  if (object === undefined) return notMapped('NO_ACTIVITY');
  return tells({
    visits: [visitOf(statement, object.id)],
    answers: judgementOf(statement, [object.id]),
    pageViews: lookedAt.has(statement.verb.id)
      ? [
          {
            activities: [object.id],
            scope: scopeOf(statement),
            at: statement.timestamp,
            activeSeconds: durationSeconds(statement.result?.duration) ?? 0,
          },
        ]
      : [],
  });
}

function visitOf(statement: StoredStatement, object: string): VisitTold {
  const { verb, result, timestamp } = statement;
  const scope = scopeOf(statement);
  // Who completes a part has not completed the whole, but has been there.
  const alone = { activities: [object], scope };
  const around = { activities: objectAndParents(statement), scope };
  const isDone = completed.has(verb.id) ? result?.completion !== false : result?.completion === true;
  if (isDone) return { ...alone, completedAt: timestamp };
  if (ended.has(verb.id)) return { ...alone, endedAt: timestamp };
  if (began.has(verb.id) || lookedAt.has(verb.id)) return { ...around, startedAt: timestamp };
  return { ...around, seenAt: timestamp };
}

/** What was done is an answer where the content stands for a question, as a graded task or a test does. */
export function judgementOf(statement: StoredStatement, activities: readonly string[]): AnswerTold[] {
  const found = scoreOf(statement.result);
  return found === undefined ? [] : [answerOf(statement, activities, found)];
}
