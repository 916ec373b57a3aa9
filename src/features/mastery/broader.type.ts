import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Skill, SkillFilter } from '../skills/skill.type';
import { asOfDescription, LevelInterval, Mastery } from './mastery.type';

@ObjectType({
  description: 'What one skill with evidence contributes to a broader one.',
  simpleResolvers: true,
})
export class BroaderMasteryPart {
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How much of the broader skill it stands for, in [0,1]. It may be more than its own place: what is unknown below it stands as it does.',
  })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => Mastery, {
    description: 'What is known in it: in a narrower skill, or in the broader one itself.',
  })
  mastery!: Mastery;
}

@ObjectType({
  description:
    'What narrower skills say of a person in a broader one on a date: derived when it is asked for, from what is known of them. The broader skill is its narrower ones in equal shares, each of which is shared out again; evidence on a skill itself is one share more, and what is unknown below it stands as it does. What else is unknown counts as general ability leads to expect, and widens the interval: it is never low. Fits, candidates and gaps go by the very skill required, and do not read this.',
  simpleResolvers: true,
})
export class BroaderMastery {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Whose it is.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Skill, { description: 'In what: a skill with narrower ones.' })
  skill!: Skill;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'The date it is for.' })
  asOf!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], of a right answer on that date to a reference question of the skill as its narrower ones make it up: the logits of its parts are averaged by their shares, and it is averaged over what is uncertain. Where one skill alone makes it up, the level in that.',
  })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => LevelInterval, {
    description:
      'How sure: the central 90 % interval of the level on that date. General ability, which all parts share, does not average out in it.',
  })
  interval!: LevelInterval;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How much of the skill rests on evidence on it or on what is below it, above 0, at most 1: the sum of the shares in `from`.',
  })
  knownShare!: number;
  @VisibleTo(individuals)
  @Field(() => [BroaderMasteryPart], {
    description:
      'What it is derived from: every skill below with evidence, by name, and itself where it has some.',
  })
  from!: BroaderMasteryPart[];
  @VisibleTo(individuals)
  @Field(() => String, {
    description: 'One plain sentence: level, interval, what it comes from and how much is unknown.',
  })
  summary!: string;
}

export const BroaderMasteryConnection = connectionType(() => BroaderMastery, 'BroaderMastery');

@InputType({ description: 'Conditions on the broader skills that a person is known below.' })
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
