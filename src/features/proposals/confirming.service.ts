import type { Queries } from '../../graph/driver/statement';
import { keyOfEvidenceId, keyOfGlobalId } from '../../shared/ids';
import { Batch, invalid, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import { percent } from '../../shared/percent';
import { sees } from '../access/viewer';
import { personIdentity } from '../people/people.store';
import { saveAssignments } from '../projects/assignment.store';
import type { RequestContext } from '../request/context';
import { freeTimeIn, isFreeFor } from '../staffing/free-share';
import { dayOf, membersSeen, sightOf, stateInWords, stateOf, type Sight } from './proposal';
import {
  confirmationCheck,
  withdrawalCheck,
  type ConfirmProposalInput,
  type WithdrawProposalInput,
} from './proposal.input';
import {
  keepConfirmation,
  keepWithdrawal,
  lockedProposal,
  workingTimes,
  type MemberRow,
  type ProposalRow,
} from './proposal.store';
import { ProposalState } from './proposal.type';
import { notLeading, settled, type Settled } from './proposing.service';

const nobody = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'A named human confirms a team: send it with the token of a person.',
);

/** Assigns who is proposed, all that are not left out or nobody, and says who confirmed it. */
export async function confirmProposal(
  context: RequestContext,
  input: ConfirmProposalInput,
): Promise<Settled> {
  const { database, viewer, now } = context;
  const checked = Batch.check([input], confirmationCheck);
  const [item] = checked.good;
  const by = viewer.personKey;
  if (!item) return settled(checked, '');
  if (by === undefined) return settled(checked, nobody);
  const key = keyOfEvidenceId(item.value.proposal);
  const sight = await sightOf(context);
  const rejections = await database.idempotentTransaction(async (tx) => {
    const proposal = await lockedProposal(tx, key, [by]);
    const refusal = refusalFor(proposal, sight);
    if (!proposal || refusal) return refusal ? [refusal] : [];
    const leftOut = await membersNamed(tx, proposal, item.value.without);
    if (leftOut instanceof Rejection) return [leftOut];
    const state = stateOf(proposal, now);
    if (state !== ProposalState.OPEN)
      return isDoneBy(proposal, by, leftOut)
        ? []
        : [invalid(`proposal: can be confirmed no more: ${stateInWords(proposal, state)}`)];
    const joining = proposal.members.filter((member) => !leftOut.has(member));
    if (joining.length === 0)
      return [invalid('without: leaves nobody to be assigned: withdraw the proposal')];
    const inTheWay = await obstacles(context, tx, proposal, joining, sight);
    if (inTheWay.length > 0) return inTheWay;
    const { project } = proposal;
    const assignments = joining.map(({ person, share, from, to }) => ({
      ...{ person: person.key, project: project.key, share, from, to },
    }));
    await saveAssignments(tx, assignments, now);
    await keepConfirmation(tx, { key, by, leftOut: [...leftOut].map(({ member }) => member) }, now);
    return [];
  });
  if (rejections.length === 0) return settled(checked, key);
  return { key: undefined, errors: rejections.map((rejection) => ({ index: 0, ...rejection })) };
}

/** Takes a proposal back that nobody has confirmed. */
export async function withdrawProposal(
  context: RequestContext,
  input: WithdrawProposalInput,
): Promise<Settled> {
  const { database, now } = context;
  const checked = Batch.check([input], withdrawalCheck);
  const [item] = checked.good;
  if (!item) return settled(checked, '');
  const key = keyOfEvidenceId(item.value.proposal);
  const sight = await sightOf(context);
  const rejection = await database.idempotentTransaction(async (tx) => {
    const proposal = await lockedProposal(tx, key);
    const refusal = refusalFor(proposal, sight);
    if (!proposal || refusal) return refusal;
    const state = stateOf(proposal, now);
    if (state === ProposalState.CONFIRMED)
      return invalid(
        `proposal: was ${stateInWords(proposal, state)}: end the assignments by \`saveAssignments\``,
      );
    if (state !== ProposalState.WITHDRAWN) await keepWithdrawal(tx, key, now);
    return undefined;
  });
  return settled(checked, rejection ?? key);
}

/** Why somebody may not settle a proposal: of one that they may not see, as if there were none. */
function refusalFor(proposal: ProposalRow | undefined, sight: Sight): Rejection | undefined {
  if (!proposal) return notFound('proposal');
  if (sight.staffs(proposal.project.key)) return undefined;
  return membersSeen(proposal, sight).length > 0 ? notLeading : notFound('proposal');
}

/** The members that global ids name. */
async function membersNamed(
  tx: Queries,
  { members }: ProposalRow,
  ids: readonly string[],
): Promise<ReadonlySet<MemberRow> | Rejection> {
  const keys = ids.map((id) => keyOfGlobalId('Person', id) ?? '');
  const found = await personIdentity.resolve(tx, keys);
  const named = keys.map((key) => members.find(({ person }) => person.key === found.get(key)));
  const missing = named.indexOf(undefined);
  if (missing >= 0) return invalid(`without.${String(missing)}: is nobody who is proposed`);
  return new Set(named.filter((member) => member !== undefined));
}

/** Whether this is what somebody confirmed before: its answer was lost. */
function isDoneBy(
  { confirmedBy, members }: ProposalRow,
  by: string,
  leftOut: ReadonlySet<MemberRow>,
): boolean {
  return confirmedBy?.key === by && members.every((member) => member.leftOut === leftOut.has(member));
}

/** All who cannot be assigned as it is proposed, each named, with what is to be done. */
async function obstacles(
  { now, looks }: RequestContext,
  tx: Queries,
  { project }: ProposalRow,
  joining: readonly MemberRow[],
  { visible }: Sight,
): Promise<Rejection[]> {
  const times = await workingTimes(
    tx,
    joining.map(({ person }) => person.key),
  );
  return joining.flatMap(({ person, share, from, to, answers }) => {
    const declined = answers.find(({ accepts }) => !accepts);
    if (declined) {
      const who = declined.by.key === person.key ? person.name : `${declined.by.name} for ${person.name}`;
      return [inTheWay(`${who} declined on ${dayOf(declined.at)}`)];
    }
    const time = times.get(person.key);
    const activeUntil = time?.activeUntil ?? Infinity;
    if (activeUntil <= now) return [inTheWay(`${person.name} has left`)];
    // How much time others have is not the viewer's to see: they and their leads may decline.
    if (!time || !sees(visible, person.key)) return [];
    const { availability } = time;
    // One that begins with it is changed, and takes no time beside it.
    const assignments = time.assignments.filter((one) => one.project !== project.key || one.from !== from);
    const period = { from: Math.max(from, now), to: to ?? Infinity };
    const workingTime = { availability, assignments, activeUntil };
    if (isFreeFor(period, share, workingTime)) return [];
    looks.add('staffing', person.key);
    const { least } = freeTimeIn(period, workingTime);
    return [
      inTheWay(
        `${person.name} has ${percent(least)} of working time free throughout, and ${percent(share)} is proposed`,
      ),
    ];
  });
}

function inTheWay(sentence: string): Rejection {
  return invalid(`without: ${sentence}: leave them out, or propose another team`);
}
