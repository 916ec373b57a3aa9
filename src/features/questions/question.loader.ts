import { inOrderOf, type BatchRead } from '../request/loaders';
import { questionVersionOf, versionsByKey } from './question-version.store';
import type { QuestionVersion } from './question-version.type';
import { questionOf, questionsByKey } from './question.store';
import type { Question } from './question.type';

/** Questions by internal id; null where there is none. */
export const questionByKey: BatchRead<string, Question | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await questionsByKey(context.database, keys),
    ({ key }) => key,
    questionOf,
    () => null,
  );

/** Versions by internal id; null where there is none. */
export const questionVersionByKey: BatchRead<string, QuestionVersion | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await versionsByKey(context.database, keys),
    ({ key }) => key,
    questionVersionOf,
    () => null,
  );
