import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Costs, Holds, HoldsAtMost } from '../../shared/field-extensions';
import { longestPage, pageLength, usualPage } from '../../shared/page';
import { staffing, VisibleTo } from '../access/policy';
import { RoleTemplate } from '../projects/project.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { NextModule } from './next-module.type';
import { mostNext, nextModulesOf } from './next-modules.loader';
import { pipelineOfRole, type PersonInPipeline } from './pipeline.service';
import { PipelinePerson, RolePipeline } from './pipeline.type';

@Resolver(() => RoleTemplate)
export class RolePipelineResolver {
  @VisibleTo(staffing)
  @Costs(3_000)
  @Holds('Person')
  @FieldResolver(() => RolePipeline, {
    description:
      'Who is ready for the role, who within three, six and twelve months at their own pace of learning, and of whom too little is known to say: people are compared with what the role requires and with nothing else. Of active people whom the viewer may see: hr and admin everybody, leads their own people. Whoever is listed is looked at.',
  })
  pipeline(
    @Root() role: RoleTemplate,
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: `How many to list of those who are known in every required skill, and of those who are known in some, up to ${String(longestPage)}.`,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<RolePipeline> {
    return load(context, pipelineOfRole, role.key, { first: pageLength(first) });
  }
}

@Resolver(() => PipelinePerson)
export class PipelinePersonResolver {
  @VisibleTo(staffing)
  @Costs(100)
  @HoldsAtMost(mostNext)
  @FieldResolver(() => [NextModule], {
    description:
      'What the person would learn next on the way to the role, in this order: of the modules in use that teach what they do not meet, whose prerequisites come before them and that are for somebody of their level by then, always the one that raises their fit most in an hour. Up to ten; none where all is met, or nothing teaches it from where they are. Modules that they completed, having been enrolled, are left out.',
  })
  learnNext(@Root() person: PersonInPipeline, @Ctx() context: RequestContext): Promise<NextModule[]> {
    return load(context, nextModulesOf, person, null);
  }
}
