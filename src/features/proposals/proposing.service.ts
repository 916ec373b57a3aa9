import { Batch, invalid, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import { peopleByKey, personIdentity, lockPeople } from '../people/people.store';
import { projectIdentity, projectsByKey, staffedBy } from '../projects/project.store';
import type { RequestContext } from '../request/context';
import { promisedBy } from './promised';
import { proposalCheck, usualDays, type CheckedProposal, type ProposalInput } from './proposal.input';
import {
  keepProposal,
  proposalNow,
  type MemberRow,
  type NewProposal,
  type ProposalRow,
} from './proposal.store';

/** The proposal that a mutation is about, by stored key; undefined where it failed. */
export interface Settled {
  readonly key: string | undefined;
  readonly errors: Batch<unknown>['errors'];
}

/** What became of the one item of a batch: the proposal that it is about, or why it failed. */
export function settled(checked: Batch<unknown>, outcome: string | Rejection): Settled {
  const { good, errors } = checked.map<string>(() => outcome);
  return { key: good[0]?.value, errors };
}

export const notLeading = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'Only the leads of the responsible team, hr and admin propose, confirm and withdraw teams for this project: ask one of them.',
);

type Member = NewProposal['members'][number];
type Period = Pick<MemberRow, 'from' | 'to'>;

/** Keeps a proposed team with what it promises now; the same again is kept once. */
export async function proposeTeam(context: RequestContext, input: ProposalInput): Promise<Settled> {
  const { database, viewer, now } = context;
  const checked = Batch.check([input], proposalCheck);
  const [item] = checked.good;
  if (!item) return settled(checked, '');
  const refused = (rejection: Rejection): Settled => settled(checked, rejection);
  const { value } = item;
  const project = (await projectIdentity.resolve(database, [value.project])).get(value.project);
  if (project === undefined) return refused(notFound('project'));
  const staffs = await staffedBy(database, viewer);
  if (!staffs(project)) return refused(notLeading);
  const references = value.members.map(({ person }) => person);
  const found = await personIdentity.resolve(database, references);
  const people = references.map((reference) => found.get(reference) ?? '');
  const fault = faultOf(people);
  if (fault) return refused(fault);
  const promised = await promisedBy(context, project, people);
  const [dates] = await projectsByKey(database, [project]);
  const usual = { from: Math.max(dates?.from ?? now, now), to: dates?.to ?? null };
  for (const person of people) context.looks.add('staffing', person);
  const rejection = await database.idempotentTransaction(async (tx) => {
    const { personKey } = viewer;
    await lockPeople(tx, personKey === undefined ? people : [...people, personKey]);
    const there = await proposalNow(tx, value.outside);
    if (there) return isSame(there, value, { project, people }) ? undefined : otherContent;
    const members = membersOf(value, people, usual);
    const refusal = periodFault(members) ?? (await whoLeft(context, tx, people)) ?? expiryFault(value, now);
    if (refusal) return refusal;
    await keepProposal(tx, {
      ...{ key: value.outside, project, proposedBy: personKey, members },
      properties: {
        ...{ why: value.why, role: viewer.role, proposedAt: now, updatedAt: now },
        expiresAt: value.expiresAt ?? now + usualDays * 86_400_000,
        ...promised,
      },
    });
    return undefined;
  });
  return settled(checked, rejection ?? value.outside);
}

const otherContent = new Rejection(
  ItemErrorCode.CONFLICT,
  'id: has been used before for another proposal, which stands: give another team another id.',
  ['id'],
);

/** People by internal id, in the order of the members; nobody is ''. */
function faultOf(people: readonly string[]): Rejection | undefined {
  const missing = people.indexOf('');
  if (missing >= 0) return notFound(`members.${String(missing)}.person`);
  const again = people.findIndex((person, place) => people.indexOf(person) < place);
  return again < 0 ? undefined : invalid(`members.${String(again)}.person: is named twice`);
}

function membersOf({ members }: CheckedProposal, people: readonly string[], usual: Period): Member[] {
  return members.map(({ share, from, to, why }, place) => ({
    person: people[place] ?? '',
    properties: { share: share ?? 1, from: from ?? usual.from, to: to ?? usual.to, why: why ?? null },
  }));
}

function periodFault(members: readonly Member[]): Rejection | undefined {
  const place = members.findIndex(({ properties: { from, to } }) => to !== null && to <= from);
  return place < 0 ? undefined : invalid(`members.${String(place)}.to: must lie after from`);
}

async function whoLeft(
  { now }: RequestContext,
  tx: Parameters<typeof peopleByKey>[0],
  people: readonly string[],
): Promise<Rejection | undefined> {
  const left = new Set(
    (await peopleByKey(tx, people))
      .filter(({ activeUntil }) => activeUntil !== null && activeUntil <= now)
      .map(({ key }) => key),
  );
  const place = people.findIndex((person) => left.has(person));
  return place < 0 ? undefined : invalid(`members.${String(place)}.person: has left`);
}

function expiryFault({ expiresAt }: CheckedProposal, now: number): Rejection | undefined {
  return expiresAt != null && expiresAt <= now ? invalid('expiresAt: must lie in the future') : undefined;
}

/** Whether an item asks for what is kept; of what it leaves out anything will do. */
function isSame(
  there: ProposalRow,
  { why, expiresAt, members }: CheckedProposal,
  { project, people }: { readonly project: string; readonly people: readonly string[] },
): boolean {
  const byPerson = new Map(there.members.map((member) => [member.person.key, member]));
  const isLike = (given: number | null | undefined, kept: number | null): boolean =>
    given == null || given === kept;
  return (
    there.project.key === project &&
    there.why === why &&
    isLike(expiresAt, there.expiresAt) &&
    members.length === there.members.length &&
    members.every((given, place) => {
      const kept = byPerson.get(people[place] ?? '');
      return (
        kept?.share === (given.share ?? 1) &&
        kept.why === (given.why ?? null) &&
        isLike(given.from, kept.from) &&
        isLike(given.to, kept.to)
      );
    })
  );
}
