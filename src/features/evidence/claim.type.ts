import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { OutsideId } from '../nouns/outside-id.type';
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
  description: 'Who states a level.',
  valuesConfig: {
    SELF: { description: 'The person themselves.' },
    PEER: { description: 'Somebody who works or learns beside them.' },
    LEAD: { description: 'Somebody who leads them.' },
    CREDENTIAL: { description: 'A certificate, degree or badge that they hold.' },
  },
});

@ObjectType({
  description:
    'A level of a person in a skill that somebody stated, with its date: what was said, no measurement. Immutable; one that was wrong is withdrawn.',
  simpleResolvers: true,
})
export class Claim {
  @VisibleTo(individuals)
  @Field(() => ID, { description: 'Opaque; stays the same for ever.' })
  id!: string;
  @VisibleTo(individuals)
  @Field(() => OutsideId, { description: 'What it was recorded under, and what withdraws it.' })
  outsideId!: OutsideId;
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Whose level is stated.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'In what.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => ClaimKind, { description: 'Who states it.' })
  kind!: ClaimKind;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The level stated, above 0 and below 1; where a band was stated the middle of the band, as the installation had it when the claim was recorded.',
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the band that was stated; null where it was a level.',
  })
  band!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When it was stated.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Person, {
    nullable: true,
    description: 'The person who states it, themselves for SELF; null for a credential.',
  })
  by!: Person | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Who issued the credential; null where not known, or where it is none.',
  })
  issuer!: string | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the credential; null where not known, or where it is none.',
  })
  credential!: string | null;
  @VisibleTo(individuals)
  @Field(() => String, { nullable: true, description: 'What was said in words; null where nothing was.' })
  statement!: string | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, { description: 'Whether it was taken back: it stays on record and counts no more.' })
  withdrawn!: boolean;
}

export const ClaimConnection = connectionType(() => Claim, 'Claim');

@InputType({ description: 'Conditions on claims.' })
export class ClaimFilter {
  @Field(() => [ID], { nullable: true, description: 'Only in one of the skills with these global ids.' })
  skills?: string[] | null;
  @Field(() => [ClaimKind], { nullable: true, description: 'Only claims of one of these kinds.' })
  kinds?: ClaimKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what was taken back; false: only what was not; left out: both.',
  })
  withdrawn?: boolean | null;
}

export const ClaimOrder = orderInput('Claim', {
  NAME: 'By name of the skill; case and accents do not count. Claims of one skill by when they were stated.',
  AT: 'By when it was stated.',
});
export const ClaimListArguments = listArguments(ClaimFilter, ClaimOrder);
