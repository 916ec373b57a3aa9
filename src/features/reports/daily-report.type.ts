import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import { Team } from '../people/team.type';

@ObjectType({
  description: 'What became of one module in the course of a day.',
  simpleResolvers: true,
})
export class ModuleReport {
  @VisibleTo(judging)
  @Field(() => Module, { description: 'The module.' })
  module!: Module;
  @VisibleTo(judging)
  @Field(() => Revision, {
    nullable: true,
    description: 'The revision that was published last on that day; null where none was.',
  })
  published!: Revision | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Where one team is stuck. It says nothing of what any of its members did.',
  simpleResolvers: true,
})
export class TeamReport {
  @VisibleTo(judging)
  @Field(() => Team, { description: 'The team.' })
  team!: Team;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many enrolments of its members are overdue when the day ends.' })
  overdue!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

/** How many modules or teams a report says something of at most. */
export const mostReported = 100;

@ObjectType({
  description:
    "What became of content in the course of a day, for those who answer for it: of an author's modules, and where a lead's teams are stuck. All figures are on groups; those who may not see individuals get what is released of five people at a time.",
  simpleResolvers: true,
})
export class DailyReport {
  @VisibleTo(judging)
  @Field(() => String, { description: 'The day that is reported on, as in 2026-01-31.' })
  date!: string;
  @VisibleTo(judging)
  @Field(() => String, {
    description: 'The time zone of the installation (SKILLWAKE_TIME_ZONE), in which the day begins and ends.',
  })
  timeZone!: string;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, { description: 'When the day began.' })
  from!: Date;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, {
    description: 'When it ended, or the moment of the request while it lasts.',
  })
  to!: Date;
  modules!: ModuleReport[];
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      'How many further modules of the viewer there are: nothing happened to them, or there are too many to be told.',
  })
  otherModules!: number;
  teams!: TeamReport[];
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      'How many further teams of the viewer there are: they are stuck nowhere, or there are too many to be told.',
  })
  otherTeams!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
