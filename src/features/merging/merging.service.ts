import { LostRaceError } from '../../graph/driver/errors';
import type { Queries } from '../../graph/driver/statement';
import { Batch, notFound } from '../../shared/items';
import { statedAbout } from '../evidence/claim.store';
import { personIdentity } from '../people/people.store';
import type { RequestContext } from '../request/context';
import type { Saved } from '../nouns/saving';
import { refold } from '../mastery/fold.service';
import { itself, Merging } from './merging';
import { personMergeCheck, type PersonMergeInput } from './merging.input';
import { becomeOne } from './merging.store';
import { lockReferredPeople } from '../mastery/locked-people.store';

/**
 * Makes two records of one person one, in one transaction. Both are locked from the start, as by whoever records
 * evidence for them: a writer that was there first is waited for, and one that comes later finds its person gone,
 * loses the race and looks again. The kept person's mastery is folded from all the evidence anew, as a rebuild does, and
 * that of people about whom both have made claims: two claimants, who counted each, become one. Who looked at the one
 * is not for the other to read where it is they who ask for the merge.
 */
export async function mergePeople(
  { database, viewer, now, counts }: Pick<RequestContext, 'database' | 'viewer' | 'now' | 'counts'>,
  items: readonly PersonMergeInput[],
): Promise<Saved> {
  const checked = Batch.check(items, personMergeCheck);
  const { saved, refolded } = await database.transaction(async (tx) => {
    const references = checked.good.flatMap(({ value: { keep, merge } }) => [keep, merge]);
    const named = [...new Set((await personIdentity.resolve(tx, references)).values())];
    const { people } = await lockReferredPeople(tx, [...references, ...(await claimedAboutByTwo(tx, named))]);
    // Whoever claims anything holds the claimant, and so cannot have done it since.
    const claimedAbout = await claimedAboutByTwo(tx, named);
    if (!claimedAbout.every((person) => people.has(person))) throw new LostRaceError();
    const merging = new Merging('person');
    const batch = checked.map(({ value }) => {
      const [keep, merge] = [people.get(value.keep)?.person, people.get(value.merge)?.person];
      if (value.keep === value.merge) return itself;
      if (keep === undefined) return notFound('keep');
      if (merge === undefined) return notFound('merge');
      return merging.add(keep, merge) ?? keep;
    });
    const own = viewer.personKey;
    const pairs = merging
      .pairs()
      .map((pair) => ({ ...pair, apart: own !== undefined && [pair.keep, pair.merge].includes(own) }));
    await becomeOne(tx, pairs, now);
    const touched = [...pairs.map(({ keep }) => keep), ...claimedAbout.map((one) => merging.keptFor(one))];
    const folded = [...new Set(touched)];
    await refold(tx, folded);
    return {
      saved: {
        keys: new Map(batch.good.map(({ index, value }) => [index, merging.keptFor(value)])),
        errors: batch.errors,
      },
      refolded: folded.length,
    };
  });
  counts.refolded(refolded);
  return saved;
}

/** Those about whom at least two of these people have made claims, internal ids. */
async function claimedAboutByTwo(tx: Queries, people: readonly string[]): Promise<string[]> {
  const rows = await statedAbout(tx, people);
  return rows.flatMap(({ person, claimants }) => (claimants.length > 1 ? [person] : []));
}
