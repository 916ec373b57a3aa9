import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Person, PersonFilter } from '../people/person.type';
import { Skill, SkillFilter } from '../skills/skill.type';

@ObjectType({
  description: 'The central 90 % interval of a level: how certain it is.',
  simpleResolvers: true,
})
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
    'What is known of one person in one skill on a date: a level with its interval and reasons, computed from evidence. It is meant to open a conversation, never to close one. A skill without evidence has no mastery: it is unknown, not low.',
  simpleResolvers: true,
})
export class Mastery {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person whose level this is.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'The skill that the level is in.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      "The level: the probability, in [0,1], that the person would answer the skill's reference question right on that date, averaged over the uncertainty.",
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => LevelInterval, {
    description: 'How certain the level is: its central 90 % interval on that date.',
  })
  interval!: LevelInterval;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many answers to questions on this skill the level rests on.' })
  answerCount!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many claims, levels that someone stated, the level rests on.' })
  claimCount!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether the level rests on claims alone: it says what was stated, and no answer has confirmed it yet.',
  })
  onlyClaims!: boolean;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'When the latest of these answers and claims happened; certainty fades from then on.',
  })
  lastEvidenceAt!: Date;
}

export const MasteryConnection = connectionType(() => Mastery, 'Mastery');

const evidenceSince = 'Only where the latest evidence happened at this moment or later.';
const evidenceBefore =
  'Only where the latest evidence is older than this moment, so that certainty may have faded.';
const updatedSince =
  'Only where evidence on the skill was recorded or withdrawn, or a question of it decided about, at this moment or later, whenever it happened: late evidence is found so, too. Somebody whose last evidence on it was withdrawn has no mastery any more, and is not listed.';
const minimumAnswers = 'Only where the level rests on at least this many answers.';

@InputType({ description: "Conditions on a person's mastery and on the skills that it is in." })
export class MasteryFilter extends SkillFilter {
  @Field(() => [ID], { nullable: true, description: 'Only in skills with one of these global ids.' })
  skills?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only in archived skills; false: only in skills in use; left out: both, since people keep what evidence says about them.',
  })
  declare archived?: boolean | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: updatedSince })
  declare updatedSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

@InputType({ description: "Conditions on people's mastery of a skill, and on the people." })
export class SkillMasteryFilter extends PersonFilter {
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: updatedSince })
  declare updatedSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

const LAST_EVIDENCE_AT = 'By the moment of the latest evidence.';

export const MasteryOrder = orderInput('Mastery', {
  NAME: 'By name of the skill; case and accents do not count.',
  LAST_EVIDENCE_AT,
  ANSWERS: 'By the number of answers that the level rests on.',
});

/** By name or by date: nobody is ranked. */
export const SkillMasteryOrder = orderInput('SkillMastery', {
  NAME: 'By name of the person; case and accents do not count.',
  LAST_EVIDENCE_AT,
});

export const asOfDescription =
  'The date for which levels are computed; now where left out. BAD_INPUT where it lies before the latest evidence concerned. Memberships, assignments and who is active are always those of now.';

@ArgsType()
export class MasteryArguments extends listArguments(MasteryFilter, MasteryOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}

@ArgsType()
export class SkillMasteryArguments extends listArguments(SkillMasteryFilter, SkillMasteryOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}
