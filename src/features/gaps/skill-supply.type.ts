import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Team } from '../people/team.type';
import { Skill } from '../skills/skill.type';
import { Withheld } from '../disclosure/withheld.type';

@ObjectType({
  description:
    'How many people can be expected in one band of levels. The bands are named by the installation; the API everywhere else speaks of levels.',
  simpleResolvers: true,
})
export class BandSupply {
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Name of the band, for example "competent".' })
  band!: string;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'Lowest level of the band, in [0,1].' })
  from!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Where the next band begins, in [0,1]: that level belongs to the next. 1, included, for the highest band.',
  })
  to!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of people whose level lies in the band: the sum over people of the probability that theirs does. Over all bands it comes to the number of people known.',
  })
  expectedPeople!: number;
}

@ObjectType({ description: 'What a group of people has of a skill, on a date.', simpleResolvers: true })
export class SkillSupplyFigures {
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people the group has.' })
  people!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many of them are known in the skill.' })
  known!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many are unknown: in no band, and not low either.' })
  unknown!: number;
  @VisibleTo(staffing)
  @Field(() => [BandSupply], { description: 'Expected people by band, the lowest first.' })
  bands!: BandSupply[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

export const SkillSupplyResult = createUnionType({
  name: 'SkillSupplyResult',
  description: 'What a group has of a skill, or why it is not shown.',
  types: () => [SkillSupplyFigures, Withheld] as const,
});

@ObjectType({ description: 'What one team has of a skill.', simpleResolvers: true })
export class TeamSkillSupply {
  @VisibleTo(staffing)
  @Field(() => Team, { description: 'The team.' })
  team!: Team;
  @VisibleTo(staffing)
  @Field(() => SkillSupplyResult, {
    description: 'What its active members have, or why that is withheld.',
  })
  supply!: SkillSupplyFigures | Withheld;
}

@ObjectType({
  description: 'What the organisation has of a skill on a date, in total and team by team.',
  simpleResolvers: true,
})
export class SkillSupply {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The date the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => SkillSupplyResult, {
    description: 'Everybody who is active, each counted once; or why that is withheld.',
  })
  total!: SkillSupplyFigures | Withheld;
  @VisibleTo(staffing)
  @Field(() => [TeamSkillSupply], {
    description:
      'Each team with active members, by name, or the one asked for. Somebody who belongs to several teams counts in each.',
  })
  teams!: TeamSkillSupply[];
}
