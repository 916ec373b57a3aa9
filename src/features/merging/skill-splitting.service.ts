import type { Queries } from '../../graph/driver/statement';
import { Batch, invalid, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import { digest } from '../evidence/evidence.service';
import { questionIdentity } from '../questions/question.store';
import { skillIdentity, skillsByKey } from '../skills/skill.store';
import {
  assessedBy,
  lockEverybody,
  moveQuestions,
  readQuestionsAs,
  type MovedQuestion,
} from './read-as.store';
import { skillSplitCheck, type SkillSplitInput, type SplitSkillsPayload } from './skill-merging.input';
import { buildAndSwitch } from '../switching/switching.service';

/**
 * Moves questions from a skill to parts of it. A next calibration, which says what the one in force says, reads answers to
 * them as answers on the parts; the versions follow in the transaction that switches to it.
 */
export async function splitSkills(
  { database, rules }: Pick<RequestContext, 'database' | 'rules'>,
  items: readonly SkillSplitInput[],
): Promise<SplitSkillsPayload> {
  const checked = Batch.check(items, skillSplitCheck);
  const batch = await resolved(database, checked);
  const moved = batch.good.map(({ value }) => value);
  const number =
    moved.length === 0
      ? undefined
      : await buildAndSwitch(
          database,
          {
            what: 'a split of skills',
            purpose: `split skills ${digest(moved)}`,
            content: () => Promise.resolve('asInForce'),
            readOtherwise: (tx, begun) => readQuestionsAs(tx, begun, moved),
          },
          {
            patience: rules.switchPatience,
            atSwitch: async (tx) => {
              await lockEverybody(tx);
              // Whoever publishes a next version holds the question, and goes by what its current one assesses.
              await questionIdentity.lock(
                tx,
                moved.map(({ question }) => question),
              );
              await moveQuestions(tx, moved, Date.now());
            },
          },
        );
  return { calibration: number ?? null, done: moved.length, errors: batch.errors };
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
