import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { individuals, staffing, VisibleTo } from '../access/policy';
import { mostMembers } from '../forming/formed-team.input';
import { refuseUnseen } from '../people/people.list';
import { Person } from '../people/person.type';
import { Project } from '../projects/project.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { candidatesShown } from '../staffing/candidates.loader';
import { answerProposal } from './answering.service';
import { confirmProposal, withdrawProposal } from './confirming.service';
import { promisedShown } from './promised';
import { ShownProposal, sightOf } from './proposal';
import {
  AcceptProposalInput,
  ConfirmProposalInput,
  DeclineProposalInput,
  ProposalInput,
  WithdrawProposalInput,
} from './proposal.input';
import { proposalsForProject, proposalsOfPerson } from './proposal.list';
import { proposalNow } from './proposal.store';
import {
  PromisedFigures,
  Proposal,
  ProposalConnection,
  ProposalListArguments,
  ProposalPayload,
  ProposedPerson,
} from './proposal.type';
import { proposeTeam, type Settled } from './proposing.service';

async function payloadOf(context: RequestContext, { key, errors }: Settled): Promise<ProposalPayload> {
  const row = key === undefined ? undefined : await proposalNow(context.database, key);
  return { proposal: row ? new ShownProposal(row, await sightOf(context)) : null, errors };
}

@Resolver(() => Proposal)
export class ProposalResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @HoldsAtMost(mostMembers, 'Person')
  @FieldResolver(() => [ProposedPerson], {
    description:
      'Who is proposed, by name: everybody to whoever answers for the project; to others themselves, and those whom they may see.',
  })
  members(@Root() proposal: ShownProposal): ProposedPerson[] {
    return proposal.members();
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => PromisedFigures, {
    nullable: true,
    description:
      'What the team was expected to do when it was proposed. For leads of the responsible team, hr and admin; null, and FORBIDDEN in the errors, for others. Everybody proposed sees that they were looked at.',
  })
  promised(@Root() proposal: ShownProposal, @Ctx() { looks }: RequestContext): PromisedFigures {
    const { row, sight } = proposal;
    if (!sight.staffs(row.project.key))
      throw new ForbiddenError('What a team promises is for whoever answers for its project.');
    for (const { person } of row.members) looks.add('staffing', person.key);
    return promisedShown(proposal);
  }

  @VisibleTo(staffing)
  @Costs(1_000)
  @Mutation(() => ProposalPayload, {
    description:
      'Proposes a team for a project, as `formTeam` found it or any other, and keeps what it promises now. Nobody is assigned: everybody proposed and their current leads see it and may decline, until a named human confirms it. People of other teams may be proposed, whom the sender knows by name, fit and team alone. For leads of the responsible team, hr and admin; FORBIDDEN for others. Everybody proposed sees that they were looked at. Safe to send again: the same proposal is kept once, and another one of the same source and id is a CONFLICT.',
  })
  async proposeTeam(
    @Arg('input', () => ProposalInput, { description: 'The team, and what it is proposed for.' })
    input: ProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(context, await proposeTeam(context, input));
  }

  @VisibleTo(individuals)
  @Costs(10)
  @Mutation(() => ProposalPayload, {
    description:
      'Agrees to a proposal, as the person who is proposed or as whoever leads a team of theirs now. It takes the place of what the sender answered before; once the proposal is no longer open it is INVALID. A proposal can be confirmed without it. Safe to send again.',
  })
  async acceptProposal(
    @Arg('input', () => AcceptProposalInput, { description: 'The proposal, and for whom it is accepted.' })
    input: AcceptProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(context, await answerProposal(context, input, true));
  }

  @VisibleTo(individuals)
  @Costs(10)
  @Mutation(() => ProposalPayload, {
    description:
      'Declines a proposal, as the person who is proposed or as whoever leads a team of theirs now: they are then assigned by it only if whoever declined accepts after all. It needs no reason and is not held against anybody: it is no evidence, nothing is ranked by it, and once the proposal is no longer open only the person and whoever declined see it. It takes the place of what the sender answered before; once the proposal is no longer open it is INVALID. Safe to send again.',
  })
  async declineProposal(
    @Arg('input', () => DeclineProposalInput, { description: 'The proposal, and for whom it is declined.' })
    input: DeclineProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(context, await answerProposal(context, input, false));
  }

  @VisibleTo(staffing)
  @Costs(100)
  @Mutation(() => ProposalPayload, {
    description:
      'Confirms a proposal: who is proposed is assigned, with share, beginning and end, all who are not left out together or nobody. A named human does: FORBIDDEN for the token of a program, and for whoever does not lead the responsible team and is neither hr nor admin. INVALID, with one error for each, where somebody declined, has left, or has not as much time free throughout; how much time those have who are not the sender’s to see is not looked at. Whoever is in the way is left out only where `without` names them. Of two who confirm at once one does. Safe to send again.',
  })
  async confirmProposal(
    @Arg('input', () => ConfirmProposalInput, { description: 'The proposal, and who is left out.' })
    input: ConfirmProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(context, await confirmProposal(context, input));
  }

  @VisibleTo(staffing)
  @Costs(10)
  @Mutation(() => ProposalPayload, {
    description:
      'Takes a proposal back that nobody has confirmed: it can be answered and confirmed no more. For leads of the responsible team, hr and admin; FORBIDDEN for others. Safe to send again.',
  })
  async withdrawProposal(
    @Arg('input', () => WithdrawProposalInput, { description: 'The proposal that is taken back.' })
    input: WithdrawProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(context, await withdrawProposal(context, input));
  }
}

@Resolver(() => Project)
export class ProjectProposalsResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => ProposalConnection, {
    nullable: true,
    description:
      'The teams that were proposed for the project. For leads of the responsible team, hr and admin; null, and FORBIDDEN in the errors, for others (viewerCanSeeCandidates is false).',
  })
  async proposals(
    @Root() { key }: Project,
    @Args(() => ProposalListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Proposal>> {
    if (!(await load(context, candidatesShown, key, null)))
      throw new ForbiddenError(
        'Only the leads of the responsible team, hr and admin may see which teams were proposed for this project.',
      );
    return proposalsForProject.pageUnder(context, key, given);
  }
}

@Resolver(() => Person)
export class PersonProposalsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => ProposalConnection, {
    nullable: true,
    description:
      'The proposals that name this person: who proposed them, for what and when. The person and their leads answer by `acceptProposal` and `declineProposal`. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async proposals(
    @Root() person: Person,
    @Args(() => ProposalListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Proposal>> {
    await refuseUnseen(context, person, 'For what this person is proposed');
    return proposalsOfPerson.pageUnder(context, person.key, given);
  }
}
