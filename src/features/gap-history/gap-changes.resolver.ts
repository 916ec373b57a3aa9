import { Arg, Ctx, FieldResolver, GraphQLISODateTime, Int, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, Holds } from '../../shared/field-extensions';
import { monthsAfter } from '../../shared/months';
import { longestPage, pageLength, usualPage } from '../../shared/page';
import { organisation, staffing, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { Team } from '../people/team.type';
import { Project } from '../projects/project.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { GapChanges, GapChangesResult } from './gap-change.type';
import { gapChangesOf } from './gap-changes.loader';
import { organisationScope, type Scope } from './scope';

const sinceDescription =
  'Compares with the last daily snapshot that is not later than this, or with the first where there is none so early; left out: a month ago. Not in the future.';
const whoSees =
  'Withheld from whoever may not see each of the people who were in the group on any day since then: a lead is told where all of them were in teams that the lead leads. Null where no snapshot was kept yet (SKILLWAKE_GAP_SNAPSHOT_DAYS). BAD_INPUT where since lies in the future.';

@Resolver(() => GapChanges)
export class OrganisationGapChangesResolver {
  @VisibleTo(organisation)
  @Costs(15_000)
  @Holds('requirements')
  @Query(() => GapChangesResult, {
    nullable: true,
    description: `What changed in what all active people together lack for all open projects, split into what made it: people, evidence, fading, demand, calibration. For hr and admin. ${whoSees}`,
  })
  organisationGapChanges(
    @Arg('since', () => GraphQLISODateTime, { nullable: true, description: sinceDescription })
    since: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<GapChanges | Withheld | null> {
    return changesSince(context, organisationScope, since);
  }
}

@Resolver(() => Project)
export class ProjectGapChangesResolver {
  @VisibleTo(staffing)
  @Costs(6_000)
  @Holds('requirementsOfProject')
  @FieldResolver(() => GapChangesResult, {
    nullable: true,
    description: `What changed in what the people assigned to the project lack for its requirements and those of its tasks, split into what made it: people, evidence, fading, demand, calibration. ${whoSees}`,
  })
  gapChanges(
    @Root() { key }: Project,
    @Arg('since', () => GraphQLISODateTime, { nullable: true, description: sinceDescription })
    since: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<GapChanges | Withheld | null> {
    return changesSince(context, { kind: 'project', key }, since);
  }
}

@Resolver(() => Team)
export class TeamGapChangesResolver {
  @VisibleTo(staffing)
  @Costs(6_000)
  @Holds('requirementsOfTeam')
  @FieldResolver(() => GapChangesResult, {
    nullable: true,
    description: `What changed in what the members of the team and of the teams within it lack for the requirements of the projects that one of these teams is responsible for, split into what made it: people, evidence, fading, demand, calibration. What the team is found to lack by its answers is not in it. ${whoSees} BAD_INPUT too where first is out of range.`,
  })
  async gapChanges(
    @Root() { key }: Team,
    @Arg('since', () => GraphQLISODateTime, { nullable: true, description: sinceDescription })
    since: Date | null,
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: `How many changes to list, the largest ones, up to ${String(longestPage)}; the other figures are of all.`,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<GapChanges | Withheld | null> {
    const length = pageLength(first);
    const found = await changesSince(context, { kind: 'team', key }, since);
    return found instanceof GapChanges
      ? Object.assign(new GapChanges(), found, { changes: found.changes.slice(0, length) })
      : found;
  }
}

async function changesSince(
  context: RequestContext,
  { kind, key }: Scope,
  since: Date | null,
): Promise<GapChanges | Withheld | null> {
  const from = since?.getTime() ?? monthsAfter(context.now, -1);
  if (from > context.now) throw new BadInputError('since: must not lie in the future.');
  return load(context, gapChangesOf, key, { kind, since: from });
}
