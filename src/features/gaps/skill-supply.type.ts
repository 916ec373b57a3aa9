import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Team } from '../people/team.type';
import { Skill } from '../skills/skill.type';
import { Withheld } from '../disclosure/withheld.type';

@ObjectType({
  description:
    'How many people of a group can be expected in one named band of levels. Bands are named in the configuration of the installation: see `Query.bands`.',
  simpleResolvers: true,
})
export class BandSupply {
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Name of the band, for example "competent".' })
  band!: string;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'The level at which the band begins, in [0,1]; it belongs to the band.',
  })
  from!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'The level at which the next band begins, in [0,1], which no longer belongs to this one; for the highest band 1, which does.',
  })
  to!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      "Expected number of people whose level lies in the band: the sum of each person's probability. Over all bands this sums to the number of people known in the skill.",
  })
  expectedPeople!: number;
}

@ObjectType({
  description: 'How many people of a group can be expected at which level of a skill, on a date.',
  simpleResolvers: true,
})
export class SkillSupplyFigures {
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are in the group.' })
  personCount!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people of the group are known in the skill.' })
  known!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many people of the group are unknown in the skill: they are in no band, which does not mean that their level is low. Somebody whom the viewer may not see is unknown, too, while fewer than five such people are known in the skill.',
  })
  unknown!: number;
  @VisibleTo(staffing)
  @Field(() => [BandSupply], {
    description: 'The expected number of people in each band, the lowest band first.',
  })
  bands!: BandSupply[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const SkillSupplyResult = createUnionType({
  name: 'SkillSupplyResult',
  description: "The figures on a group's supply of a skill, or the reason why they are withheld.",
  types: () => [SkillSupplyFigures, Withheld] as const,
});

@ObjectType({
  description: 'The supply of a skill in one team, with the teams within it.',
  simpleResolvers: true,
})
export class TeamSkillSupply {
  @VisibleTo(staffing)
  @Field(() => Team, {
    description: 'The team whose members the figures are on, with those of the teams within it.',
  })
  team!: Team;
  @VisibleTo(staffing)
  @Field(() => SkillSupplyResult, {
    description:
      'The figures on active members of the team and of the teams within it, at any depth, each person once; or the reason why they are withheld.',
  })
  supply!: SkillSupplyFigures | Withheld;
}

@ObjectType({
  description:
    'How many people of the organisation can be expected at which level of a skill on a date, in total and team by team.',
  simpleResolvers: true,
})
export class SkillSupply {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The date the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill that the supply is of.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => SkillSupplyResult, {
    description: 'The figures on all active people, each counted once; or the reason why they are withheld.',
  })
  total!: SkillSupplyFigures | Withheld;
  @VisibleTo(staffing)
  @Field(() => [TeamSkillSupply], {
    description:
      'Each team with active members, of its own or of a team within it, by name, or only the team given. Each of the teams that a person belongs to, or that these are within, counts them.',
  })
  teams!: TeamSkillSupply[];
}
