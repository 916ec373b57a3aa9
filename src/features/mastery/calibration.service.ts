import type { Database } from '../../graph/database';
import { Batch, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import type { SaveRelationshipsPayload } from '../access/saved.type';
import { versionsFor } from '../questions/question-version.store';
import { questionIdentity } from '../questions/question.store';
import { skillIdentity } from '../skills/skill.store';
import { difficultyCheck, type DifficultyInput } from './calibration.input';
import { difficultiesInUse, setDifficulties, type Difficulty } from './calibration.store';

/** States difficulties that no evidence was read with yet; what evidence was read with stands for this calibration. */
export async function stateDifficulties(
  database: Database,
  items: readonly DifficultyInput[],
): Promise<SaveRelationshipsPayload> {
  const checked = Batch.check(items, difficultyCheck);
  return database.transaction(async (tx) => {
    const questions = await questionIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.question ?? []),
    );
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.skill ?? []),
    );
    const wanted = checked.good.flatMap(({ value }) => {
      const question = questions.get(value.question ?? '');
      return question === undefined ? [] : [{ question, number: value.version ?? null }];
    });
    const versions = await versionsFor(tx, wanted);
    const resolved = checked.map(({ value }): { ofSkill: boolean; stated: Difficulty } | Rejection => {
      if (value.skill != null) {
        const key = skills.get(value.skill);
        return key === undefined
          ? notFound('skill')
          : { ofSkill: true, stated: { key, difficulty: value.difficulty } };
      }
      const question = questions.get(value.question ?? '');
      const found = versions.find(
        (row) => row.question === question && row.number === (value.version ?? null),
      );
      if (!found) return notFound('question or its version');
      return { ofSkill: false, stated: { key: found.version, difficulty: value.difficulty } };
    });
    const stated = (batch: typeof resolved, ofSkill: boolean): Difficulty[] =>
      batch.good.filter(({ value }) => value.ofSkill === ofSkill).map(({ value }) => value.stated);
    const inUse = await difficultiesInUse(tx, stated(resolved, false), stated(resolved, true));
    const batch = resolved.map(({ value }) =>
      inUse.some(({ key, difficulty }) => key === value.stated.key && difficulty === value.stated.difficulty)
        ? new Rejection(
            ItemErrorCode.IN_USE,
            'Answers were already read with another difficulty, which stands: a next calibration changes it.',
          )
        : value,
    );
    await setDifficulties(tx, stated(batch, false), stated(batch, true));
    return { done: batch.good.length, errors: batch.errors };
  });
}
