import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { namingDescription, saidOfGroup } from '../gaps/sentence-of-group';
import { Project } from '../projects/project.type';
import { load } from '../request/loaders';
import { FormTeamArguments, mostMembers } from './formed-team.input';
import { FormedTeam, FormedTeamMember, TeamSwap } from './formed-team.type';
import { teamFor } from './forming.service';
import type { ProposedMember, ProposedTeam } from './proposed-team';
import { mostMonths, readinessOfProject } from './readiness.loader';
import { Readiness } from './readiness.type';
import { swapOf } from './swap.service';

@Resolver(() => FormedTeam)
export class FormedTeamResolver {
  @VisibleTo(staffing)
  @Costs(5_000)
  @Query(() => FormedTeam, {
    nullable: true,
    description:
      'Proposes a team for the requirements of a project and its tasks: not the best individuals, but the best together, from people of any team who are active and known in at least one of the skills. It is a starting point for a conversation: nothing is stored, and nobody is assigned; `proposeTeam` keeps a team for those to answer who are in it. What it is the best at, `objective` says; how far from proven it is, `bound`. Where no team keeps every constraint, it is the best team that gives up the fewest, as `relaxed` says. Null where none was found in time. For leads of the responsible team, hr and admin; null, and FORBIDDEN in the errors, for others. Everybody proposed, and whom mustHave and mayNot name, sees that they were looked at. BAD_INPUT where there is no such project or person, somebody in mustHave has left, or an argument is out of range.',
  })
  formTeam(
    @Args(() => FormTeamArguments) given: FormTeamArguments,
    @Ctx() context: RequestContext,
  ): Promise<FormedTeam | null> {
    return teamFor(context, given);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @HoldsAtMost(mostMembers, 'Person')
  @FieldResolver(() => [FormedTeamMember], { description: 'Who is proposed, by name.' })
  members(@Root() team: ProposedTeam): FormedTeamMember[] {
    return team.members();
  }

  @VisibleTo(staffing)
  @Costs(1_000)
  @FieldResolver(() => Int, {
    description:
      'How many people meet every condition that is asked of everybody, but cannot be chosen since a condition (team, within, assignedTo, assigned, active, freeShare, email, externalIds) is on what the viewer may not see of them, or requirements are assumed; 0 where neither is so. They see that they were looked at.',
  })
  leftOut(@Root() team: ProposedTeam): Promise<number> {
    return team.others.count();
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why people may be left out whom the viewer may not see, in one sentence that names what was asked; null where nobody is.',
  })
  leftOutWhy(@Root() team: ProposedTeam): string | null {
    return team.others.why;
  }
}

@Resolver(() => FormedTeamMember)
export class FormedTeamMemberResolver {
  @VisibleTo(staffing)
  @Costs(200)
  @FieldResolver(() => TeamSwap, {
    nullable: true,
    description:
      'The best team without this member, sought for a second, in which whoever else joins is looked at too; null where there is none, or none was found in time.',
  })
  swap(@Root() member: ProposedMember, @Ctx() context: RequestContext): Promise<TeamSwap | null> {
    return swapOf(context, member);
  }
}

@Resolver(() => Readiness)
export class ReadinessResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => String, { description: namingDescription })
  summary(@Root() { sentence }: Readiness, @Ctx() context: RequestContext): string | Promise<string> {
    return saidOfGroup(context, sentence);
  }
}

@Resolver(() => Project)
export class ProjectReadinessResolver {
  @VisibleTo(staffing)
  @Costs(200)
  @HoldsAtMost(mostMonths + 1)
  @FieldResolver(() => [Readiness], {
    description:
      'How ready the project is: how likely those who are assigned to it cover all that it and its tasks require, at its start, or now where it has begun or states none, and each month after that until it ends. Levels fade until then; assignments begin and end. BAD_INPUT where months is out of range.',
  })
  readiness(
    @Root() project: Project,
    @Arg('months', () => Int, {
      defaultValue: 0,
      description: `How many months after the start to look at, from 0 to ${String(mostMonths)}.`,
    })
    months: number,
    @Ctx() context: RequestContext,
  ): Promise<Readiness[]> {
    if (months < 0 || months > mostMonths)
      throw new BadInputError(`months: must be a whole number from 0 to ${String(mostMonths)}.`);
    return load(context, readinessOfProject, project.key, { months });
  }
}
