import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Person, PersonFilter } from '../people/person.type';
import { Skill, SkillFilter } from '../skills/skill.type';

@ObjectType({ description: 'A central 90 % interval of a level.', simpleResolvers: true })
export class LevelInterval {
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'Lower end, in [0,1]: the true level lies below it with probability 0.05.',
  })
  low!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'Upper end, in [0,1]: the true level lies above it with probability 0.05.',
  })
  high!: number;
}

@ObjectType({
  description:
    'What is known of one person in one skill on a date: a level with its interval and reasons, computed from evidence. It opens a conversation and never closes one. A skill without evidence has no mastery: it is unknown, not low.',
  simpleResolvers: true,
})
export class Mastery {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Whose it is.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'In what.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      "Probability, in [0,1], of a right answer on that date to the skill's reference question, averaged over what is uncertain.",
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => LevelInterval, {
    description: 'How sure: the central 90 % interval of the level on that date.',
  })
  interval!: LevelInterval;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many answers stand behind it.' })
  answers!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many claims stand behind it: levels that somebody stated.' })
  claims!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether no answer stands behind it: it tells what was stated, and nothing was seen yet.',
  })
  onlyClaims!: boolean;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'When the latest of these answers and claims happened; certainty fades from then on.',
  })
  lastEvidenceAt!: Date;
}

export const MasteryConnection = connectionType(() => Mastery, 'Mastery');

const evidenceSince = 'Only where the latest evidence is of this moment or later.';
const evidenceBefore = 'Only where the latest evidence is older than this moment: what may have faded.';
const minimumAnswers = 'Only where at least so many answers stand behind it.';

@InputType({ description: "Conditions on a person's mastery and on the skills that it is in." })
export class MasteryFilter extends SkillFilter {
  @Field(() => [ID], { nullable: true, description: 'Only in one of the skills with these global ids.' })
  skills?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only in skills that are archived; false: only in skills in use; left out: both, for what evidence says of people stays.',
  })
  declare archived?: boolean | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

@InputType({ description: 'Conditions on the mastery of a skill and on the people whose it is.' })
export class MasteredByFilter extends PersonFilter {
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

const LAST_EVIDENCE_AT = 'By when the latest answer behind it happened.';

export const MasteryOrder = orderInput('Mastery', {
  NAME: 'By name of the skill; case and accents do not count.',
  LAST_EVIDENCE_AT,
  ANSWERS: 'By how many answers stand behind it.',
});

/** By name or by date: nobody is ranked. */
export const MasteredByOrder = orderInput('MasteredBy', {
  NAME: 'By name of the person; case and accents do not count.',
  LAST_EVIDENCE_AT,
});

export const asOfDescription =
  'The date the levels are for; now where left out. Not before the latest evidence concerned (BAD_INPUT). Who is a member, assigned or active is always taken at now.';

@ArgsType()
export class MasteryArguments extends listArguments(MasteryFilter, MasteryOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}

@ArgsType()
export class MasteredByArguments extends listArguments(MasteredByFilter, MasteredByOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}
