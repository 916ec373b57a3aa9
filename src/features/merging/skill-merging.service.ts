import { Batch, invalid, notFound } from '../../shared/items';
import type { Saved } from '../nouns/saving';
import { digest } from '../evidence/evidence.service';
import { skillIdentity, skillsByKey } from '../skills/skill.store';
import { itself, Merging } from './merging';
import type { MergedPair } from './moving.store';
import { readSkillsAs, skillsReadAs } from './read-as.store';
import { skillMergeCheck, type SkillMergeInput } from './skill-merging.input';
import { becomeOneSkill } from './skill-merging.store';
import { unfinishedCalibration } from '../switching/building.store';
import { Runs } from '../switching/runs';
import { SkillMergeRun } from './skill-run.type';
import { startSkillRun, type Given } from './skill-running.service';

const purposeOf = (pairs: readonly MergedPair[]): string => `merge skills ${digest(pairs)}`;

/** What becomes of a batch, and the run that does it; null where nothing is to be done. */
export interface BegunMerge extends Saved {
  readonly run: SkillMergeRun | null;
}

/** Begins to make skills one; the run that does the same already is given for it. */
export async function mergeSkills(given: Given, items: readonly SkillMergeInput[]): Promise<BegunMerge> {
  const { database } = given;
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
    run: pairs.length === 0 ? null : await runOf(given, pairs),
    keys: new Map(batch.good.map(({ index, value }) => [index, merging.keptFor(value)])),
    errors: batch.errors,
  };
}

async function runOf(given: Given, pairs: readonly MergedPair[]): Promise<SkillMergeRun> {
  const running = given.background.keep(Runs).running();
  const run = new SkillMergeRun(purposeOf(pairs), pairs.length, given.now);
  if (running instanceof SkillMergeRun && running.purpose === run.purpose) return running;
  return startSkillRun(given, run, {
    what: 'a merge of skills',
    readOtherwise: (tx, begun) => readSkillsAs(tx, begun, pairs),
    follow: (tx, now) => becomeOneSkill(tx, pairs, now),
  });
}

/** Goes on with a merge that a stopped or killed server left behind. */
export async function goOnMerging(given: Given): Promise<void> {
  const left = await unfinishedCalibration(given.database);
  const pairs = left ? await skillsReadAs(given.database, left.number) : [];
  if (left && pairs.length > 0 && left.purpose === purposeOf(pairs)) await runOf(given, pairs);
}
