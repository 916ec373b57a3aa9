import type { Database } from '../../graph/driver/database';
import type { Queries } from '../../graph/driver/statement';
import { Batch, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import type { SavedRelationships } from '../nouns/saved.type';
import { skillIdentity } from '../skills/skill.store';
import { difficultyCheck, type CheckedDifficulty, type DifficultyInput } from './difficulty.input';
import { difficultiesInUse, lockCalibrations, setDifficulties, type Difficulty } from './calibration.store';
import type { DifficultyOf } from './difficulty.store';
import { referredVersions } from './referred-version.store';

/** States difficulties that no evidence was read with yet; what evidence was read with stands for this calibration. */
export async function stateDifficulties(
  database: Database,
  items: readonly DifficultyInput[],
): Promise<SavedRelationships<DifficultyOf>> {
  const checked = Batch.check(items, difficultyCheck);
  return database.transaction(async (tx) => {
    const resolved = await whatIsStated(tx, checked);
    await lockCalibrations(tx);
    const inUse = await difficultiesInUse(tx, statedOf(resolved, false), statedOf(resolved, true));
    const batch = resolved.map(({ value }) =>
      inUse.some(({ key, difficulty }) => key === value.stated.key && difficulty === value.stated.difficulty)
        ? new Rejection(
            ItemErrorCode.IN_USE,
            'Answers have already been read with another difficulty, which stays: only a new calibration changes it.',
            ['difficulty'],
          )
        : value,
    );
    const changed = await setDifficulties(tx, statedOf(batch, false), statedOf(batch, true));
    const named = batch.good.map(
      ({ index, value: { ofSkill, stated } }) =>
        [index, { version: ofSkill ? null : stated.key, skill: ofSkill ? stated.key : null }] as const,
    );
    return { done: batch.good.length, changed, errors: batch.errors, named: new Map(named) };
  });
}

interface Statement {
  readonly ofSkill: boolean;
  readonly stated: Difficulty;
}

/** Skills and question versions by internal id; those that are not there are rejected. */
async function whatIsStated(tx: Queries, checked: Batch<CheckedDifficulty>): Promise<Batch<Statement>> {
  const skills = await skillIdentity.resolve(
    tx,
    checked.good.flatMap(({ value }) => value.skill ?? []),
  );
  const ofQuestions = checked.good.flatMap(({ index, value: { question, version } }) =>
    question == null ? [] : [{ index, reference: question, number: version ?? null }],
  );
  const found = await referredVersions(tx, ofQuestions, []);
  const versions = new Map(ofQuestions.map(({ index }, position) => [index, found[position]]));
  return checked.map(({ index, value: { skill, difficulty } }): Statement | Rejection => {
    if (skill != null) {
      const key = skills.get(skill);
      return key === undefined ? notFound('skill') : { ofSkill: true, stated: { key, difficulty } };
    }
    const version = versions.get(index);
    if (version === undefined || typeof version === 'string')
      return notFound('question: the question or its version');
    return { ofSkill: false, stated: { key: version.version, difficulty } };
  });
}

function statedOf({ good }: Batch<Statement>, ofSkill: boolean): Difficulty[] {
  return good.filter(({ value }) => value.ofSkill === ofSkill).map(({ value }) => value.stated);
}
