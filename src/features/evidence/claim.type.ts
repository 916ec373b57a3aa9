import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { EvidenceItem } from './evidence-item.type';
import { Person } from '../people/person.type';
import { Skill } from '../skills/skill.type';

export enum ClaimKind {
  SELF = 'SELF',
  PEER = 'PEER',
  LEAD = 'LEAD',
  CREDENTIAL = 'CREDENTIAL',
}
registerEnumType(ClaimKind, {
  name: 'ClaimKind',
  description: 'The kind of source that states a level.',
  valuesConfig: {
    SELF: { description: 'The person themselves.' },
    PEER: { description: 'Someone who works or learns beside the person.' },
    LEAD: { description: 'Someone who leads the person.' },
    CREDENTIAL: { description: 'A certificate, degree or badge that the person holds.' },
  },
});

@ObjectType({
  description:
    "A statement of a person's level in a skill, with its date: what someone said, not a measurement. It never changes; a wrong one is withdrawn. Of what one claimant states of a person in a skill the latest counts, until it is withdrawn; a credential counts once for its issuer, or where none is given once for its source.",
  simpleResolvers: true,
})
export class Claim extends EvidenceItem {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person whose level is stated.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'The skill that the level is in.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => ClaimKind, {
    description: 'The kind of source that states it: the person, a peer, a lead or a credential.',
  })
  kind!: ClaimKind;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The level stated, above 0 and below 1. Where a band was stated, the middle of that band as it was configured when the claim was recorded.',
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the band that was stated; null where a level was stated.',
  })
  band!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When the claim was stated.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Person, {
    nullable: true,
    description: 'The person who states it; for SELF the person themselves; null for a credential.',
  })
  by!: Person | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description:
      'The organisation that issued the credential; null where not known, and for claims of other kinds.',
  })
  issuer!: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the credential; null where not known, and for claims of other kinds.',
  })
  credential!: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'What was said in words; null where only a level or a band was stated.',
  })
  statement!: string | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn: it then stays on record but no longer counts.',
  })
  withdrawn!: boolean;
}

export const ClaimConnection = connectionType(() => Claim, 'Claim');

@InputType({ description: 'Conditions on claims.' })
export class ClaimFilter {
  @Field(() => [ID], { nullable: true, description: 'Only in skills with one of these global ids.' })
  skills?: string[] | null;
  @Field(() => [ClaimKind], { nullable: true, description: 'Only claims of one of these kinds.' })
  kinds?: ClaimKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only withdrawn claims; false: only others; left out: both.',
  })
  withdrawn?: boolean | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only claims recorded or withdrawn at this moment or later, whenever they were stated: late ones are found so, too.',
  })
  updatedSince?: Date | null;
}

export const ClaimOrder = orderInput('Claim', {
  NAME: 'By name of the skill, case and accents ignored; claims on one skill by the moment at which they were stated.',
  AT: 'By the moment at which it was stated.',
});
export const ClaimListArguments = listArguments(ClaimFilter, ClaimOrder);
