import { teamsOfPeople } from '../people/membership.loader';
import type { RequestContext } from '../request/context';
import { loadAhead, type BatchRead } from '../request/loaders';
import { inSlices } from '../../shared/slices';
import { KeptPassages } from './kept-passages';
import type { KnownRevision } from './known-revision';
import { PassagesAt, type ReleasedPassages, type TeamAt } from './released-passages';

/**
 * What may go into figures of the passages through each of these revisions, by internal id; of one that is not there
 * nothing. The same for every viewer, and found once for whatever a request asks.
 */
export function releasedPassages(
  context: RequestContext,
  revisions: Iterable<string>,
): Promise<Map<string, ReleasedPassages>> {
  return loadAhead(context, releasedOfRevision, revisions, null);
}

const releasedOfRevision: BatchRead<string, ReleasedPassages, null> = async (context, revisions) => {
  const { background, database, now } = context;
  // What is read is for others too.
  const kept = await background.keep(KeptPassages).upToDate(database.until(undefined), revisions, now);
  const people = [...kept.values()].flatMap((known) => known.people());
  const teamAt = await teamsOfPeople(context, people);
  const released: ReleasedPassages[] = [];
  for (const revision of revisions) {
    const one = kept.get(revision);
    released.push(one ? await releasedOf(context, one, teamAt) : { mark: undefined, groups: [] });
  }
  return released;
};

/** As it was released before where that stands. */
async function releasedOf(
  { now, rules, gone }: RequestContext,
  known: KnownRevision,
  teamAt: TeamAt,
): Promise<ReleasedPassages> {
  const before = known.releasedAt(now, teamAt);
  if (before) return before;
  const { version } = known;
  const steps = PassagesAt.released(known.passages(), teamAt, now, rules.leftAfter);
  const passages = await inSlices(steps, gone);
  known.keepReleased(passages, version);
  return passages;
}
