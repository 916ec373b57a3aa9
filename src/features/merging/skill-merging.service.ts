import { Batch, invalid, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { Saved } from '../nouns/saving';
import { digest } from '../evidence/evidence.service';
import { skillIdentity, skillsByKey } from '../skills/skill.store';
import { itself, Merging } from './merging';
import type { MergedPair } from './moving.store';
import { lockEverybody, readSkillsAs } from './read-as.store';
import { skillMergeCheck, type SkillMergeInput } from './skill-merging.input';
import { becomeOneSkill } from './skill-merging.store';
import { buildAndSwitch } from '../switching/switching.service';

/** What became of it, and the calibration in force since, if another is. */
export interface SavedBySwitch extends Saved {
  readonly calibration: number | null;
}

/**
 * Makes skills one. A next calibration, which says what the one in force says, reads both as the one that stays; when
 * everybody's states are built with it, the catalogue follows in the transaction that switches to it.
 */
export async function mergeSkills(
  { database, rules }: Pick<RequestContext, 'database' | 'rules'>,
  items: readonly SkillMergeInput[],
): Promise<SavedBySwitch> {
  const checked = Batch.check(items, skillMergeCheck);
  const found = await skillIdentity.resolve(
    database,
    checked.good.flatMap(({ value: { keep, merge } }) => [keep, merge]),
  );
  const rows = await skillsByKey(database, [...new Set(found.values())]);
  const archived = new Set(rows.flatMap(({ key, archivedAt }) => (archivedAt === null ? [] : [key])));
  const merging = new Merging('skill');
  const batch = checked.map(({ value }) => {
    const [keep, merge] = [found.get(value.keep), found.get(value.merge)];
    if (value.keep === value.merge) return itself;
    if (keep === undefined) return notFound('keep');
    if (merge === undefined) return notFound('merge');
    if (!merging.areOne(keep, merge) && archived.has(keep) && !archived.has(merge))
      return invalid('keep: is archived and merge is not: save keep again, or swap the two.');
    return merging.add(keep, merge) ?? keep;
  });
  const pairs = merging.pairs();
  return {
    calibration: pairs.length === 0 ? null : await switchToMerged(database, pairs, rules.switchPatience),
    keys: new Map(batch.good.map(({ index, value }) => [index, merging.keptFor(value)])),
    errors: batch.errors,
  };
}

async function switchToMerged(
  database: RequestContext['database'],
  pairs: readonly MergedPair[],
  patience: number,
): Promise<number | null> {
  const number = await buildAndSwitch(
    database,
    {
      what: 'a merge of skills',
      purpose: `merge skills ${digest(pairs)}`,
      content: () => Promise.resolve('asInForce'),
      readOtherwise: (tx, begun) => readSkillsAs(tx, begun, pairs),
    },
    {
      patience,
      atSwitch: async (tx) => {
        await lockEverybody(tx);
        await becomeOneSkill(tx, pairs, Date.now());
      },
    },
  );
  return number ?? null;
}
