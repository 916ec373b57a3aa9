import type { Queries } from '../../graph/driver/statement';
import { Batch, invalid, notFound, type ItemError } from '../../shared/items';
import { digest } from '../evidence/evidence.service';
import { questionIdentity } from '../questions/question.store';
import { skillIdentity, skillsByKey } from '../skills/skill.store';
import {
  assessedBy,
  moveQuestions,
  questionsReadAs,
  readQuestionsAs,
  type MovedQuestion,
} from './read-as.store';
import { skillSplitCheck, type SkillSplitInput } from './skill-merging.input';
import { unfinishedCalibration } from '../switching/building.store';
import { Runs } from '../switching/runs';
import { SkillSplitRun } from './skill-run.type';
import { startSkillRun, type Given } from './skill-running.service';

const purposeOf = (moved: readonly MovedQuestion[]): string => `split skills ${digest(moved)}`;

/** What becomes of a batch, and the run that does it; null where nothing is to be done. */
export interface BegunSplit {
  readonly run: SkillSplitRun | null;
  readonly errors: ItemError[];
}

/** Begins to move questions from skills to parts of them; the run that does the same already is given for it. */
export async function splitSkills(given: Given, items: readonly SkillSplitInput[]): Promise<BegunSplit> {
  const checked = Batch.check(items, skillSplitCheck);
  const batch = await resolved(given.database, checked);
  const moved = batch.good.map(({ value }) => value);
  return { run: moved.length === 0 ? null : await runOf(given, moved), errors: batch.errors };
}

async function runOf(given: Given, moved: readonly MovedQuestion[]): Promise<SkillSplitRun> {
  const running = given.background.keep(Runs).running();
  const run = new SkillSplitRun(purposeOf(moved), moved.length, given.now);
  if (running instanceof SkillSplitRun && running.purpose === run.purpose) return running;
  return startSkillRun(given, run, {
    what: 'a split of skills',
    readOtherwise: (tx, begun) => readQuestionsAs(tx, begun, moved),
    follow: async (tx, now) => {
      // Whoever publishes a next version holds the question, and goes by what its current one assesses.
      await questionIdentity.lock(
        tx,
        moved.map(({ question }) => question),
      );
      await moveQuestions(tx, moved, now);
    },
  });
}

/** Goes on with a split that a stopped or killed server left behind. */
export async function goOnSplitting(given: Given): Promise<void> {
  const left = await unfinishedCalibration(given.database);
  const moved = left ? await questionsReadAs(given.database, left.number) : [];
  if (left && moved.length > 0 && left.purpose === purposeOf(moved)) await runOf(given, moved);
}

async function resolved(
  queries: Queries,
  checked: Batch<{ skill: string; part: string; question: string }>,
): Promise<Batch<MovedQuestion>> {
  const skills = await skillIdentity.resolve(
    queries,
    checked.good.flatMap(({ value: { skill, part } }) => [skill, part]),
  );
  const questions = await questionIdentity.resolve(
    queries,
    checked.good.map(({ value }) => value.question),
  );
  const rows = await skillsByKey(queries, [...new Set(skills.values())]);
  const archived = new Set(rows.flatMap(({ key, archivedAt }) => (archivedAt === null ? [] : [key])));
  const assessed = await assessedBy(queries, [...new Set(questions.values())]);
  const taken = new Set<string>();
  return checked.map(({ value }) => {
    const [skill, part] = [skills.get(value.skill), skills.get(value.part)];
    const question = questions.get(value.question);
    if (skill === undefined) return notFound('skill');
    if (part === undefined) return notFound('part');
    if (question === undefined) return notFound('question');
    if (skill === part) return invalid('part: is the skill itself: save another skill and use that.');
    if (archived.has(part)) return invalid('part: is archived: save it again first.');
    if (!assessed.get(question)?.includes(skill))
      return invalid('question: no version of it assesses the skill: leave the item out.');
    if (taken.has(question))
      return invalid(
        'question: an earlier item of the batch moves it: leave the item out, or send it afterwards.',
      );
    taken.add(question);
    return { question, skill, part };
  });
}
