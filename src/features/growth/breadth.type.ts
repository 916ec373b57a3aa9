import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Person } from '../people/person.type';
import { Skill } from '../skills/skill.type';

@ObjectType({ description: 'A skill of a team that leaves it when one person does.', simpleResolvers: true })
export class LoneSkill {
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill that one member likely holds alone.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of members who hold it: whose level is at least the one asked for.',
  })
  expectedHolders!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that just one member holds it, so that nobody is left if that one leaves.',
  })
  onlyOneProbability!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many members are unknown in it: they may hold it or not.' })
  unknown!: number;
  @VisibleTo(staffing)
  @Field(() => Person, {
    nullable: true,
    description:
      'The member who most likely holds it, to ask whom they could teach; null where that is somebody whom the viewer may not see.',
  })
  holder!: Person | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Whether the people of a team learn fewer different skills than before: skills that they were asked about, each skill of a person once a period.',
  simpleResolvers: true,
})
export class LearningBreadth {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    description: 'When the recent period began; it ends now, and the one before is as long.',
  })
  since!: Date;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many skills of people are compared: as many as there were in the period with fewer of them, so that less learning alone is not narrower learning; 0 where nobody was asked anything in one of the two.',
  })
  sample!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'How many different skills are expected in a sample of that size from the period before; null where it is empty.',
  })
  skillsBefore!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'The same of the recent period.',
  })
  skillsRecent!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability, in [0,1], that they learn fewer different skills than before, by drawing the people anew; about 0.5 where nothing speaks for it or against; null where nothing is compared.',
  })
  narrowsProbability!: number | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const LearningBreadthResult = createUnionType({
  name: 'LearningBreadthResult',
  description: 'Whether the learning of a team narrows, or the reason why it is withheld.',
  types: () => [LearningBreadth, Withheld] as const,
});

@ObjectType({
  description: 'How broad a team is: what only one of its people holds, and whether its learning narrows.',
  simpleResolvers: true,
})
export class TeamBreadth {
  /** Internal id of the team. */
  teamKey!: string;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many active members the team has now.' })
  personCount!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many skills are likely held by one member at least, of those whose figures the viewer is shown.',
  })
  heldSkills!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many of these have a bus factor of 1: once the member is gone who most likely holds it, it is likely that nobody is left who does.',
  })
  loneSkillCount!: number;
  @VisibleTo(staffing)
  @Field(() => [LoneSkill], {
    description:
      'Those, the one first that most probably just one member holds, then by name; as many as were asked for. What only members hold whom the viewer may not see is among them where five of these are known in it.',
  })
  loneSkills!: LoneSkill[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const TeamBreadthResult = createUnionType({
  name: 'TeamBreadthResult',
  description: 'How broad a team is, or the reason why it is withheld.',
  types: () => [TeamBreadth, Withheld] as const,
});
