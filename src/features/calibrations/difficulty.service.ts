import type { Database } from '../../graph/driver/database';
import { Batch, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import type { SaveRelationshipsPayload } from '../nouns/saved.type';
import { skillIdentity } from '../skills/skill.store';
import { difficultyCheck, type DifficultyInput } from './difficulty.input';
import { difficultiesInUse, lockCalibrations, setDifficulties, type Difficulty } from './calibration.store';
import { referredVersions } from './version.store';

/** States difficulties that no evidence was read with yet; what evidence was read with stands for this calibration. */
export async function stateDifficulties(
  database: Database,
  items: readonly DifficultyInput[],
): Promise<SaveRelationshipsPayload> {
  const checked = Batch.check(items, difficultyCheck);
  return database.transaction(async (tx) => {
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.skill ?? []),
    );
    const ofQuestions = checked.good.flatMap(({ index, value: { question, version } }) =>
      question == null ? [] : [{ index, reference: question, number: version ?? null }],
    );
    const found = await referredVersions(tx, ofQuestions, []);
    const versions = new Map(ofQuestions.map(({ index }, position) => [index, found[position]]));
    const resolved = checked.map(({ index, value }): { ofSkill: boolean; stated: Difficulty } | Rejection => {
      if (value.skill != null) {
        const key = skills.get(value.skill);
        return key === undefined
          ? notFound('skill')
          : { ofSkill: true, stated: { key, difficulty: value.difficulty } };
      }
      const version = versions.get(index);
      if (version === undefined || typeof version === 'string') return notFound('question or its version');
      return { ofSkill: false, stated: { key: version.version, difficulty: value.difficulty } };
    });
    const stated = (batch: typeof resolved, ofSkill: boolean): Difficulty[] =>
      batch.good.filter(({ value }) => value.ofSkill === ofSkill).map(({ value }) => value.stated);
    await lockCalibrations(tx);
    const inUse = await difficultiesInUse(tx, stated(resolved, false), stated(resolved, true));
    const batch = resolved.map(({ value }) =>
      inUse.some(({ key, difficulty }) => key === value.stated.key && difficulty === value.stated.difficulty)
        ? new Rejection(
            ItemErrorCode.IN_USE,
            'Answers were already read with another difficulty, which stands: a next calibration changes it.',
          )
        : value,
    );
    const changed = await setDifficulties(tx, stated(batch, false), stated(batch, true));
    return { done: batch.good.length, changed, errors: batch.errors };
  });
}
