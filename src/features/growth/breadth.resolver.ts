import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, Holds } from '../../shared/field-extensions';
import { longestPage, pageLength, usualPage } from '../../shared/page';
import { staffing, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { breadthOfTeam, learningOfTeam } from './breadth.loader';
import { LearningBreadth, LearningBreadthResult, TeamBreadth, TeamBreadthResult } from './breadth.type';

@Resolver(() => Team)
export class TeamBreadthResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Holds('Skill')
  @FieldResolver(() => TeamBreadthResult, {
    description:
      'How broad the team is: the skills that only one of its members holds, so that they leave with that one. Members who are unknown in a skill are counted apart. BAD_INPUT where level or first is out of range.',
  })
  breadth(
    @Root() team: Team,
    @Arg('level', () => Float, {
      defaultValue: 0.5,
      description: 'The level, above 0 and below 1, from which on somebody holds a skill.',
    })
    level: number,
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: `How many skills to list, up to ${String(longestPage)}.`,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<TeamBreadth | Withheld> {
    if (!(level > 0 && level < 1)) throw new BadInputError('level: must be above 0 and below 1.');
    return load(context, breadthOfTeam, team.key, { level, first: pageLength(first) });
  }
}

@Resolver(() => TeamBreadth)
export class LearningBreadthResolver {
  @VisibleTo(staffing)
  @Costs(1_000)
  @FieldResolver(() => LearningBreadthResult, {
    description:
      'Whether the learning of the team narrows, for those who may see all its people; these are looked at. BAD_INPUT where months is out of range.',
  })
  learning(
    @Root() { teamKey }: TeamBreadth,
    @Arg('months', () => Int, {
      defaultValue: 6,
      description: 'How long the recent period is, and the one before it, months from 1 to 24.',
    })
    months: number,
    @Ctx() context: RequestContext,
  ): Promise<LearningBreadth | Withheld> {
    if (months < 1 || months > 24) throw new BadInputError('months: must be a whole number from 1 to 24.');
    return load(context, learningOfTeam, teamKey, { months });
  }
}
