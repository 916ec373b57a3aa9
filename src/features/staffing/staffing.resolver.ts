import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Costs, Holds } from '../../shared/field-extensions';
import { pageLength } from '../../shared/page';
import type { Connection } from '../../shared/connection';
import { staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { Project } from '../projects/project.type';
import { CandidateArguments, CandidateConnection, type Candidate } from './candidate.type';
import { candidatesOfProject, questionOfCandidates, type CandidatePage } from './candidates.loader';
import { rankingOf } from './ranking';

@Resolver(() => Project)
export class ProjectStaffingResolver {
  @VisibleTo(staffing)
  @Costs(1_000)
  @Holds('Person')
  @FieldResolver(() => CandidateConnection, {
    description:
      'People of any team by how well they fit the requirements of the project and its tasks, the best fit first; job titles are not considered. Only people known in at least one of the skills are listed. For leads of the responsible team, hr and admin; FORBIDDEN for others. Further pages keep the date and calibration of the first (CURSOR_EXPIRED where that is no longer possible, or where what is required or its importance has changed since).',
  })
  candidates(
    @Root() project: Project,
    @Args(() => CandidateArguments) { first, after, filterBy, asOf, includeAssigned }: CandidateArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Candidate>> {
    const among = { filterBy: filterBy ?? null, includeAssigned };
    const question = questionOfCandidates(project.key, among);
    const ranking = rankingOf(context, question, after ?? null, asOf?.getTime() ?? null);
    return load(context, candidatesOfProject, project.key, { ...among, first: pageLength(first), ranking });
  }
}

@Resolver(() => CandidateConnection)
export class CandidatesLeftOutResolver {
  @VisibleTo(staffing)
  @Costs(1_000)
  @FieldResolver(() => Int, {
    description:
      'How many people meet every other condition, but are left out since one of the conditions (team, assignedTo, assigned, active, freeShare) is on what the viewer may not see of them; 0 where no such condition is given. `pageInfo.onlyVisible` says whether there may be any, at no cost.',
  })
  leftOut(@Root() page: CandidatePage): Promise<number> {
    return page.countLeftOut();
  }
}
