import type { RequestContext } from '../request/context';
import { changedPeople } from './changed-people.read';
import { newDelivery } from './delivery.store';
import type { ChosenEvent } from './events';
import { gapsNow, type GapNow, type ToldGap } from './gaps-now';
import { noticedSoFar, openGaps, tellGaps, tellLeavers, type OpenGap } from './noticed.store';
import { messagesOfPeople } from './noticing.service';
import type { SendingRow } from './sending.store';

/** From how many people on that are expected to be lacking a gap opens, and below how many it closes: between the two it stays as it was. */
export const [opensFrom, closesBelow] = [0.6, 0.4];
/** What was open so long ago is not compared with: nobody was told in between. */
const mostAge = 2 * 86_400_000;
/** So many gaps one message names, to stay below 20 kB. */
const mostOfMessage = 50;

/** What has become of gaps since others were open. */
export function becameOf(
  before: readonly OpenGap[],
  now: ReadonlyMap<string, GapNow>,
): { readonly opened: OpenGap[]; readonly closed: OpenGap[] } {
  const wasOpen = new Set(before.map(({ key }) => key));
  return {
    opened: [...now]
      .filter(([key, { expectedShortfall }]) => expectedShortfall >= opensFrom && !wasOpen.has(key))
      .map(([key, { told }]) => ({ key, told: JSON.stringify(told) }))
      .sort(({ key: one }, { key: other }) => (one < other ? -1 : 1)),
    closed: before.filter(({ key }) => (now.get(key)?.expectedShortfall ?? 0) < closesBelow),
  };
}

/** Compares gaps with those that were open, and keeps messages of what has become of them; the first time it only looks. */
export async function noticeGaps(context: RequestContext, webhooks: readonly SendingRow[]): Promise<void> {
  const { database, now } = context;
  const { gapsAt } = await noticedSoFar(database);
  const before = await openGaps(database);
  const { opened, closed } = becameOf(before, await gapsNow(context));
  const isFirst = gapsAt === null || now - gapsAt > mostAge;
  const messages = (event: ChosenEvent, gaps: readonly OpenGap[]) =>
    webhooks
      .filter(({ active, events }) => active && events.includes(event))
      .flatMap(({ id }) => messagesOfGaps(gaps).map((data) => newDelivery(id, event, data, now)));
  const deliveries = isFirst ? [] : [...messages('gap.opened', opened), ...messages('gap.closed', closed)];
  const told = { before: gapsAt, now, opened, closed: closed.map(({ key }) => key).sort(), deliveries };
  await database.idempotentTransaction((tx) => tellGaps(tx, told));
}

function messagesOfGaps(gaps: readonly OpenGap[]): object[] {
  const count = Math.ceil(gaps.length / mostOfMessage);
  return Array.from({ length: count }, (_, at) => ({
    gaps: gaps
      .slice(at * mostOfMessage, (at + 1) * mostOfMessage)
      .map(({ told }) => JSON.parse(told) as ToldGap),
  }));
}

/** Keeps messages of those whose last day has come since it was looked last: nothing changes when it does. */
export async function noticeLeavers(context: RequestContext, webhooks: readonly SendingRow[]): Promise<void> {
  const { database, now } = context;
  const { leaversAt: before } = await noticedSoFar(database);
  const left = before === null ? [] : await leftBetween(context, before);
  const deliveries = webhooks
    .filter(({ active, events }) => active && events.includes('people.changed'))
    .flatMap(({ id }) => messagesOfPeople(left).map((data) => newDelivery(id, 'people.changed', data, now)));
  await database.idempotentTransaction((tx) => tellLeavers(tx, { before, now, deliveries }));
}

async function leftBetween(context: RequestContext, since: number) {
  const states = await context.states();
  const hasLeft = (person: string): boolean => {
    const place = states.placeOf(person);
    return place !== undefined && !states.isActive(place, context.now);
  };
  return changedPeople(context.database, states.activePeople(since).filter(hasLeft), context.now);
}
