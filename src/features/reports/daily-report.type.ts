import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { DropOffResult, type DropOffRate } from '../exhaust/drop-off.type';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import { FailureRateResult, type FailureRate } from '../outcomes/failure-rate.type';
import { Team } from '../people/team.type';
import { ProblemReport } from './problem-report.type';
import { StuckPlace } from './stuck-place.type';

@ObjectType({
  description: 'What became of one module in the course of a day.',
  simpleResolvers: true,
})
export class ModuleReport {
  @VisibleTo(judging)
  @Field(() => Module, { description: 'The module that this is about, with what it is made of now.' })
  module!: Module;
  @VisibleTo(judging)
  @Field(() => Revision, {
    nullable: true,
    description: 'The revision that was published last on that day; null where none was.',
  })
  published!: Revision | null;
  @VisibleTo(judging)
  @Field(() => [ProblemReport], {
    description: 'The problems of the module that were open in the course of the day, worst first.',
  })
  problems!: ProblemReport[];
  @VisibleTo(judging)
  @Field(() => [StuckPlace], {
    description: 'Where people are stuck in the revision that was current when the day ended, worst first.',
  })
  stuck!: StuckPlace[];
  @VisibleTo(judging)
  @Field(() => FailureRateResult, {
    description:
      'How many first answers given in the revision that was current when the day ended were wrong by then.',
  })
  failureRate!: FailureRate | Withheld;
  @VisibleTo(judging)
  @Field(() => FailureRateResult, {
    nullable: true,
    description:
      'The same of the revision that was current when the day began, as it was known then; null where there was none.',
  })
  failureRateBefore!: FailureRate | Withheld | null;
  @VisibleTo(judging)
  @Field(() => DropOffResult, {
    description: 'How many people had left the revision that was current when the day ended by then.',
  })
  dropOffRate!: DropOffRate | Withheld;
  @VisibleTo(judging)
  @Field(() => DropOffResult, {
    nullable: true,
    description:
      'The same of the revision that was current when the day began, as it was known then; null where there was none.',
  })
  dropOffRateBefore!: DropOffRate | Withheld | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Where one team is stuck, and what it lacks. It says nothing of what any of its members did.',
  simpleResolvers: true,
})
export class TeamReport {
  @VisibleTo(judging)
  @Field(() => Team, { description: 'The team whose members are meant, those of now.' })
  team!: Team;
  @VisibleTo(judging)
  @Field(() => [StuckPlace], {
    description:
      'Where its members are stuck in the modules that they are enrolled in or have visited, worst first.',
  })
  stuck!: StuckPlace[];
  @VisibleTo(judging)
  @Field(() => [ProblemReport], {
    description:
      'Skills that it was found to lack at some time of the day, while others hold them: those that concern most people first.',
  })
  lacks!: ProblemReport[];
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
      'How many further teams of the viewer there are: they are stuck nowhere and lack nothing, or there are too many to be told.',
  })
  otherTeams!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
