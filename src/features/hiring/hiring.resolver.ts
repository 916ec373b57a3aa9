import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Costs, Holds } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import { staffing, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import type { RequestContext } from '../request/context';
import { draftJobDescription } from './drafting.service';
import { JobDescriptionResult, type JobDescription } from './job-description.type';

@Resolver()
export class HiringResolver {
  @VisibleTo(staffing)
  @Costs(5_000)
  @Holds('requirementsOfProject')
  @Query(() => JobDescriptionResult, {
    nullable: true,
    description:
      'A draft of a job description from what a project requires and those assigned to it lack: what the person will do, what they have to bring and what they can learn here, with the reason for each. Nothing is stored. Null where there is no such project; BAD_INPUT where it has no such requirement.',
  })
  draftJobDescription(
    @Arg('project', () => ID, { description: 'Global id of the project.' }) project: string,
    @Arg('requirements', () => [ID], {
      nullable: true,
      description:
        'Ids of requirements of the project and its tasks, as its gaps, those of teams or of the organisation have them: who names them has decided to hire, whoever else is free. Left out or null: all that are more likely lacking than not, except what others have who are free.',
    })
    requirements: string[] | null,
    @Ctx() context: RequestContext,
  ): Promise<JobDescription | Withheld | null> {
    const key = keyOfGlobalId('Project', project);
    return key === undefined
      ? Promise.resolve(null)
      : draftJobDescription(context, key, requirements ?? null);
  }
}
