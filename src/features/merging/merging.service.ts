import { Batch, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { Saved } from '../nouns/saving';
import { refold } from '../mastery/fold.service';
import { Merging } from './merging';
import { personMergeCheck, type PersonMergeInput } from './merging.input';
import { becomeOne } from './merging.store';
import { lockReferredPeople } from '../mastery/locked-people.store';

/**
 * Makes two records of one person one, in one transaction. Both are locked from the start, as by whoever records
 * evidence for them: a writer that was there first is waited for, and one that comes later finds its person gone,
 * loses the race and looks again. The kept person's mastery is folded from all the evidence anew, as a rebuild does.
 */
export async function mergePeople(
  { database, now, counts }: Pick<RequestContext, 'database' | 'now' | 'counts'>,
  items: readonly PersonMergeInput[],
): Promise<Saved> {
  const checked = Batch.check(items, personMergeCheck);
  const { saved, refolded } = await database.transaction(async (tx) => {
    const people = await lockReferredPeople(
      tx,
      checked.good.flatMap(({ value: { keep, merge } }) => [keep, merge]),
    );
    const merging = new Merging('person');
    const batch = checked.map(({ value }) => {
      const [keep, merge] = [people.get(value.keep)?.person, people.get(value.merge)?.person];
      if (keep === undefined) return notFound('keep');
      if (merge === undefined) return notFound('merge');
      return merging.add(keep, merge) ?? keep;
    });
    const pairs = merging.pairs();
    await becomeOne(tx, pairs, now);
    const kept = [...new Set(pairs.map(({ keep }) => keep))];
    await refold(tx, kept);
    return {
      saved: {
        keys: new Map(batch.good.map(({ index, value }) => [index, merging.keptFor(value)])),
        errors: batch.errors,
      },
      refolded: kept.length,
    };
  });
  counts.refolded(refolded);
  return saved;
}
