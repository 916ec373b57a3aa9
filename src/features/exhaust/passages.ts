import { teamsOfPeople } from '../people/membership.loader';
import type { RequestContext } from '../request/context';
import { inSlices } from '../../shared/slices';
import { KeptPassages } from './kept-passages';
import { PassagesAt, type ReleasedPassages } from './released-passages';

/**
 * What may go into figures of the passages through each of these revisions, by internal id; of one that is not there
 * nothing. The same for every viewer.
 */
export async function releasedPassages(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, ReleasedPassages>> {
  const { background, database, now, rules, gone } = context;
  // What is read is for others too.
  const kept = await background.keep(KeptPassages).upToDate(database.until(undefined), revisions, now);
  const people = [...kept.values()].flatMap(({ known }) => known.people());
  const teamAt = await teamsOfPeople(context, people);
  const found = new Map<string, ReleasedPassages>();
  for (const [revision, one] of kept) {
    const { version } = one.known;
    const before = one.released;
    if (before?.version === version && before.passages.stands(teamAt, now)) {
      found.set(revision, before.passages);
      continue;
    }
    const steps = PassagesAt.released(one.known.passages(), teamAt, now, rules.leftAfter);
    const passages = await inSlices(steps, gone);
    one.released = { version, passages };
    found.set(revision, passages);
  }
  return found;
}
