import { pageByKey } from '../modules/module.loader';
import type { Page } from '../modules/page.type';
import { teamByKey } from '../people/people.loader';
import { questionVersionByKey } from '../questions/question.loader';
import type { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { inOrderOf, load, type BatchRead } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { problemOf } from './problem.list';
import { summaryOfProblem } from './problem-summary';
import { problemsByKey } from './problem.store';
import type { Problem } from './problem.type';

/** Problems by id; null where there is none. */
export const problemByKey: BatchRead<string, Problem | null, null> = async ({ database, now }, keys) =>
  inOrderOf(
    keys,
    await problemsByKey(database, keys),
    ({ id }) => id,
    (row) => problemOf(row, now),
    () => null,
  );

type OnSubject = QuestionVersion | Page | Skill;

const subjectByKey: Readonly<Record<Problem['subject']['type'], BatchRead<string, OnSubject | null, null>>> =
  {
    QuestionVersion: questionVersionByKey,
    Page: pageByKey,
    Skill: skillByKey,
  };

/** What a problem is on; null where that has gone since. */
export function subjectOfProblem(
  context: RequestContext,
  { subject: { type, key } }: Problem,
): Promise<OnSubject | null> {
  return load(context, subjectByKey[type], key, null);
}

/** A problem in one plain sentence. */
export async function problemInWords(context: RequestContext, problem: Problem): Promise<string> {
  const { teamKey } = problem;
  const [on, team] = await Promise.all([
    subjectOfProblem(context, problem),
    teamKey === null ? null : load(context, teamByKey, teamKey, null),
  ]);
  return summaryOfProblem(problem, on ?? {}, team?.name);
}
