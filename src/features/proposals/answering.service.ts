import { keyOfEvidenceId, keyOfGlobalId } from '../../shared/ids';
import { Batch, invalid, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import { personIdentity, reachOf } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { membersSeen, sightOf, stateInWords, stateOf } from './proposal';
import { answerCheck, type AcceptProposalInput, type DeclineProposalInput } from './proposal.input';
import { keepAnswer, lockedProposal } from './proposal.store';
import { AnsweredAs, ProposalState } from './proposal.type';
import { settled, type Settled } from './proposing.service';

const notTheirs = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'person: only they and whoever leads a team of theirs now answer for them.',
  ['person'],
);

const noPerson = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'Only people answer a proposal: send it with the token of a person.',
);

/** Keeps what somebody answers for themselves or for somebody whom they lead, in the place of their answer before. */
export async function answerProposal(
  context: RequestContext,
  input: AcceptProposalInput | DeclineProposalInput,
  accepts: boolean,
): Promise<Settled> {
  const { database, viewer, now } = context;
  const checked = Batch.check([input], answerCheck);
  const [item] = checked.good;
  const own = viewer.personKey;
  if (!item) return settled(checked, '');
  if (own === undefined) return settled(checked, noPerson);
  const { proposal: id, person, reason = null } = item.value;
  const key = keyOfEvidenceId(id);
  const sight = await sightOf(context);
  const rejection = await database.idempotentTransaction(async (tx) => {
    const asked = person == null ? own : (keyOfGlobalId('Person', person) ?? '');
    const named = (await personIdentity.resolve(tx, [asked])).get(asked);
    const proposal = await lockedProposal(tx, key, [own]);
    if (!proposal || membersSeen(proposal, sight).length === 0) return notFound('proposal');
    const member = proposal.members.find((one) => one.person.key === named);
    // Read as they lead now, by whatever role but a person's own.
    const reach = await reachOf(tx, own, viewer.role !== 'person', now);
    if (member && !reach.includes(member.person.key)) return notTheirs;
    if (!member)
      return person == null
        ? invalid('person: you are not proposed: name whom you answer for')
        : notFound('person');
    const state = stateOf(proposal, now);
    if (state !== ProposalState.OPEN)
      return invalid(`proposal: can be answered no more: ${stateInWords(proposal, state)}`);
    const as = member.person.key === own ? AnsweredAs.PERSON : AnsweredAs.LEAD;
    const before = member.answers.find(({ by }) => by.key === own);
    if (before?.accepts !== accepts || before.reason !== reason)
      await keepAnswer(tx, { key, member: member.member, by: own, as, accepts, reason }, now);
    return undefined;
  });
  return settled(checked, rejection ?? key);
}
