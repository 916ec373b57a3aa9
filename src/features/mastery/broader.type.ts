import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Skill, SkillFilter } from '../skills/skill.type';
import { asOfDescription, LevelInterval, Mastery } from './mastery.type';

@ObjectType({
  description: 'The share of one skill with evidence in a broader skill.',
  simpleResolvers: true,
})
export class BroaderMasteryPart {
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The share of the broader skill that this skill accounts for, in [0,1]. It includes the shares of unknown skills below it, which are taken to be as it is.',
  })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => Mastery, {
    description: "The person's mastery of that skill: a narrower one, or the broader skill itself.",
  })
  mastery!: Mastery;
}

@ObjectType({
  description:
    "A person's level in a broader skill on a date, derived from what is known of the person in its narrower skills. Each narrower skill counts with an equal share, and its share is divided again among the skills below it; evidence on a skill itself counts as one share more, and unknown skills below such a skill are taken to be as it is. Any other unknown part is estimated from the person's general ability and widens the interval: it does not count as low. Fits, candidates and gaps use the required skill itself, not this.",
  simpleResolvers: true,
})
export class BroaderMastery {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person whose level this is.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'The broader skill: one with narrower skills below it.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'The date that the level is for.' })
  asOf!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], of a right answer on that date to a reference question of the broader skill: the logits of its parts are averaged by their shares, then the probability is averaged over the uncertainty. Where it rests on one narrower skill alone, it is the level in that skill.',
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => LevelInterval, {
    description:
      'How certain the level is: the central 90 % interval on that date. The uncertainty of general ability, which all parts share, does not average out.',
  })
  interval!: LevelInterval;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Share of the broader skill, above 0, at most 1, that rests on evidence: the sum of the shares in `from`. The rest is unknown.',
  })
  knownShare!: number;
  @VisibleTo(individuals)
  @Field(() => [BroaderMasteryPart], {
    description:
      'The skills that it is derived from: every skill below it on which the person has evidence, by name, and the broader skill itself if it has some.',
  })
  from!: BroaderMasteryPart[];
  @VisibleTo(individuals)
  @Field(() => String, {
    description:
      'The same in one plain sentence: level, interval, which skills it comes from and how much is unknown.',
  })
  summary!: string;
}

export const BroaderMasteryConnection = connectionType(() => BroaderMastery, 'BroaderMastery');

@InputType({
  description: 'Conditions on the broader skills for which a person has evidence somewhere below.',
})
export class BroaderMasteryFilter extends SkillFilter {
  @Field(() => [ID], { nullable: true, description: 'Only the skills with these global ids.' })
  skills?: string[] | null;
}

/** By name alone: levels move with the date they are for. */
export const BroaderMasteryOrder = orderInput('BroaderMastery', {
  NAME: 'By name of the broader skill; case and accents do not count.',
});

@ArgsType()
export class BroaderMasteryArguments extends listArguments(BroaderMasteryFilter, BroaderMasteryOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}
