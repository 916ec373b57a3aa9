import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, Holds } from '../../shared/field-extensions';
import { questionOf } from '../../shared/cursors';
import { pageLength } from '../../shared/page';
import type { Connection } from '../../shared/connection';
import { everyone, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { Project } from '../projects/project.type';
import { CandidateArguments, CandidateConnection, type Candidate } from './candidate.type';
import { candidatesOfProject, candidatesShown, type CandidatePage } from './candidates.loader';
import { rankingOf } from './ranking';
import { whatIf } from './what-if.service';
import { timeNeeded } from './who-is-free';

@Resolver(() => Project)
export class ProjectStaffingResolver {
  @VisibleTo(staffing)
  @Costs(1_000)
  @Holds('Person')
  @FieldResolver(() => CandidateConnection, {
    nullable: true,
    description:
      'People of any team by how well they fit the requirements of the project and its tasks, the best fit first; job titles are not considered. Only people known in at least one of the skills are listed. For leads of the responsible team, hr and admin; null, and FORBIDDEN in the errors, for others (viewerCanSeeCandidates is false). Further pages keep the date and calibration of the first (CURSOR_EXPIRED where that is no longer possible, or where what is required or its importance has changed since).',
  })
  async candidates(
    @Root() project: Project,
    @Args(() => CandidateArguments) given: CandidateArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Candidate>> {
    const { filterBy = null, includeAssigned, freeFor = null } = given;
    const { requirements = null, replacing = null, people = null } = given;
    if (people && (filterBy ?? freeFor) !== null)
      throw new BadInputError(
        'people: who is chosen is compared as they are: leave out filterBy and freeFor.',
      );
    const supposed = { requirements, replacing, people };
    const asked = { filterBy, includeAssigned, freeFor, ...supposed };
    const question = questionOf('candidates', project.key, asked);
    const ranking = rankingOf(context, question, given.after ?? null, given.asOf?.getTime() ?? null);
    return load(context, candidatesOfProject, project.key, {
      ...{ question, ranking, first: pageLength(given.first) },
      ...{ filterBy, includeAssigned, freeFor: freeFor && timeNeeded(ranking.asOf, freeFor) },
      ...{ whatIf: await whatIf(context, supposed), onlySeen: requirements !== null },
    });
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may see the candidates of this project: true for leads of the responsible team, hr and admin. Where it is false, `candidates` is null and FORBIDDEN.',
  })
  viewerCanSeeCandidates(@Root() project: Project, @Ctx() context: RequestContext): Promise<boolean> {
    return load(context, candidatesShown, project.key, null);
  }
}

@Resolver(() => CandidateConnection)
export class CandidatesLeftOutResolver {
  @VisibleTo(staffing)
  @Costs(1_000)
  @FieldResolver(() => Int, {
    description:
      'How many people meet every other condition, but are left out since one of the conditions (team, within, assignedTo, assigned, active, freeShare, email, externalIds) is on what the viewer may not see of them, or requirements are assumed; 0 where neither is so. They see that they were looked at. `leftOutWhy` says whether there may be any, at no cost.',
  })
  leftOut(@Root() page: CandidatePage): Promise<number> {
    return page.others.count();
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why people may be left out whom the viewer may not see, in one sentence that names what was asked; null where nobody is, and everybody who is not yours to see stands in the list with name, fit in tenths and teams.',
  })
  leftOutWhy(@Root() page: CandidatePage): string | null {
    return page.others.why;
  }
}
