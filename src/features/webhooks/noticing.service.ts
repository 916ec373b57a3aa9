import type { Database } from '../../graph/driver/database';
import type { ChangeKind } from '../../graph/feed/change';
import { changesAfter, type ChangesAfter } from '../../graph/feed/changes-after';
import { grouped } from '../../shared/grouped';
import { changedPeople, type ChangedPerson } from './changed-people.read';
import { newDelivery, type NewDelivery } from './delivery.store';
import { keptPosition, positionKept, positionNow } from './position';
import { tell, type SendingRow, type Told } from './sending.store';

/** A webhook that has so many messages waiting is told of no more until there are fewer. */
const mostWaiting = 100;
/** So many people one message names, to stay below 20 kB, and so many are named at a time. */
const [mostOfMessage, mostNamed] = [200, 5_000];

/** What was read of the feed. */
export interface Noticed {
  /** Whether there is more to read at once. */
  readonly isMore: boolean;
  /** Whether something changed, on which gaps may rest. */
  readonly changed: boolean;
  /** Whether there are messages now. */
  readonly kept: boolean;
}

const ofPeople: readonly ChangeKind[] = ['people', 'memberships', 'merges'];
const nothing: Noticed = { isMore: false, changed: false, kept: false };

/** Reads on in the feed for these webhooks, and keeps messages of what it says. */
export async function notice(
  database: Database,
  webhooks: readonly SendingRow[],
  now: number,
): Promise<Noticed> {
  let noticed = nothing;
  const ready = webhooks.filter(({ active, waiting }) => active && waiting < mostWaiting);
  for (const [before, together] of grouped(ready, ({ position }) => position)) {
    const after = await changesAfter(database, positionKept(before));
    if (!after) {
      const standing = await positionNow(database);
      await keep(database, together, standing, (id) => [newDelivery(id, 'changes.missed', {}, now)]);
      noticed = { ...noticed, changed: true, kept: true };
      continue;
    }
    const position = keptPosition(after.position);
    if (position === before) continue;
    const people = await changedPeople(database, peopleOf(after), now);
    const kept = await keep(database, together, position, (id, events) =>
      events.includes('people.changed')
        ? messagesOfPeople(people).map((data) => newDelivery(id, 'people.changed', data, now))
        : [],
    );
    noticed = { isMore: noticed.isMore || after.isMore, changed: true, kept: noticed.kept || kept };
  }
  return noticed;
}

function peopleOf({ changes }: ChangesAfter): string[] {
  return [...new Set(changes.flatMap(({ changed }) => ofPeople.flatMap((kind) => changed[kind] ?? [])))];
}

/** What messages say of people; of too many only how many. */
export function messagesOfPeople(people: readonly ChangedPerson[]): object[] {
  if (people.length > mostNamed) return [{ people: null, count: people.length }];
  const count = Math.ceil(people.length / mostOfMessage);
  return Array.from({ length: count }, (_, at) => {
    const some = people.slice(at * mostOfMessage, (at + 1) * mostOfMessage);
    return { people: some, count: some.length };
  });
}

/** Whether there are messages to be kept. */
async function keep(
  database: Database,
  webhooks: readonly SendingRow[],
  after: string,
  messages: (id: string, events: readonly string[]) => NewDelivery[],
): Promise<boolean> {
  const told = webhooks.map(({ name, id, position: before, events }): Told => ({
    ...{ name, id, before, after },
    deliveries: messages(id, events),
  }));
  await database.idempotentTransaction((tx) => tell(tx, told));
  return told.some(({ deliveries }) => deliveries.length > 0);
}
