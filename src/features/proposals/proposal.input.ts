import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, instant, reference, shareOfTime, text } from '../../shared/checks';
import { LenientDateTime, LenientFloat, LenientString } from '../../shared/scalars';
import { mostMembers } from '../forming/formed-team.input';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

/** How long a proposal can be answered and confirmed where nothing else is said, days. */
export const usualDays = 28;

@InputType({ description: 'A person who is proposed for a project, and with how much of their time.' })
export class ProposedPersonInput {
  @Field(() => ReferenceInput, {
    description: 'The person, of any team; active, and named once in the proposal.',
  })
  person!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Share of their working time, above 0, at most 1; 1 where left out.',
  })
  share?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'When they are to begin; where left out when the project begins, or now where that has begun or states none.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'When they are to end, after `from`; where left out when the project ends, if it states that.',
  })
  to?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Why they are proposed, at most 2,000 characters: the person and their leads read it.',
  })
  why?: unknown;
}

@InputType({
  description:
    'Proposes a team for a project. What is proposed stays as it is: another team is another proposal.',
})
export class ProposalInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { description: 'The project that needs the team.' })
  project!: ReferenceInput;
  @Field(() => [ProposedPersonInput], {
    description: `Who is proposed, 1 to ${String(mostMembers)} people.`,
  })
  members!: ProposedPersonInput[];
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. Why this team, 1 to 2,000 characters: everybody proposed and their leads read it.',
  })
  why?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: `Until when it can be answered and confirmed, in the future; ${String(usualDays)} days from now where left out.`,
  })
  expiresAt?: unknown;
}

const memberCheck = z.object({
  person: reference('Person'),
  share: shareOfTime.nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  why: text(2_000).nullish(),
});

const size = `must name 1 to ${String(mostMembers)} people`;

export const proposalCheck = identified(
  'Proposal',
  z.object({
    project: reference('Project'),
    members: z.array(memberCheck).min(1, { error: size }).max(mostMembers, { error: size }),
    why: text(2_000),
    expiresAt: instant.nullish(),
  }),
);
export type CheckedProposal = z.output<typeof proposalCheck>;

@InputType({ description: 'Agrees that a person joins the proposed team.' })
export class AcceptProposalInput {
  @Field(() => ID, { description: 'Id of the proposal, as `Proposal.id` gives it.' })
  proposal!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the person whom the answer is for: whoever leads them answers for them. Left out: the sender.',
  })
  person?: string | null;
}

@InputType({ description: 'Declines that a person joins the proposed team.' })
export class DeclineProposalInput extends AcceptProposalInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Why, at most 2,000 characters, for those who propose and confirm; nobody needs to give a reason.',
  })
  reason?: unknown;
}

export const answerCheck = z.object({
  proposal: z.string(),
  person: z.string().nullish(),
  reason: text(2_000).nullish(),
});

@InputType({ description: 'Makes assignments of a proposal.' })
export class ConfirmProposalInput {
  @Field(() => ID, { description: 'Id of the proposal, as `Proposal.id` gives it.' })
  proposal!: string;
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Global ids of those who are left out: whoever declined is left out only where it is said here.',
  })
  without!: string[];
}

export const confirmationCheck = z.object({
  proposal: z.string(),
  without: z.array(z.string()).max(mostMembers, { error: `must not name more than ${String(mostMembers)}` }),
});

@InputType({ description: 'Takes a proposal back.' })
export class WithdrawProposalInput {
  @Field(() => ID, { description: 'Id of the proposal, as `Proposal.id` gives it.' })
  proposal!: string;
}

export const withdrawalCheck = z.object({ proposal: z.string() });
