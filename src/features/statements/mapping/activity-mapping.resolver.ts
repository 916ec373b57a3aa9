import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../../shared/connection';
import { Costs } from '../../../shared/field-extensions';
import { organisation, VisibleTo } from '../../access/policy';
import { moduleByKey } from '../../modules/module.loader';
import { Module } from '../../modules/module.type';
import { SaveRelationshipsPayload } from '../../nouns/saved.type';
import { questionByKey } from '../../questions/question.loader';
import { Question } from '../../questions/question.type';
import type { RequestContext } from '../../request/context';
import { load } from '../../request/loaders';
import { ActivityMappingInput } from './activity-mapping.input';
import { activityMappingList } from './activity-mapping.list';
import { saveActivityMappings } from './activity-mapping.service';
import {
  ActivityMapping,
  ActivityMappingConnection,
  ActivityMappingListArguments,
} from './activity-mapping.type';
import { ContentKind } from './content';

@Resolver(() => ActivityMapping)
export class ActivityMappingResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Query(() => ActivityMappingConnection, {
    description:
      'What saveActivityMappings said of activities of learning platforms, and was not taken back. What is a question or module by its external id is not among it.',
  })
  activityMappings(
    @Args(() => ActivityMappingListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ActivityMapping>> {
    return activityMappingList.page(context, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Module, {
    nullable: true,
    description:
      'For MODULE and PAGE: the module. Null for every other kind, and where it was deleted: its statements are then kept, and counted by xapiReport.',
  })
  module(@Root() { kind, target }: ActivityMapping, @Ctx() context: RequestContext): Promise<Module | null> {
    const isModule = kind === ContentKind.MODULE || kind === ContentKind.PAGE;
    return isModule && target !== null ? load(context, moduleByKey, target, null) : Promise.resolve(null);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Question, {
    nullable: true,
    description:
      'For QUESTION: the question. Null for every other kind, and where it was deleted: its statements are then kept, and counted by xapiReport.',
  })
  question(
    @Root() { kind, target }: ActivityMapping,
    @Ctx() context: RequestContext,
  ): Promise<Question | null> {
    const isQuestion = kind === ContentKind.QUESTION;
    return isQuestion && target !== null ? load(context, questionByKey, target, null) : Promise.resolve(null);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'Says of up to 1,000 activities of learning platforms, or of types of activities, what they are here; activityMappings lists what was said. What was kept of them is read again in the background, some at a time, and becomes evidence: xapiReport shows what is left. Evidence that is there stays as it was recorded.',
  })
  saveActivityMappings(
    @Arg('items', () => [ActivityMappingInput], { description: 'Up to 1,000 mappings.' })
    items: ActivityMappingInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveActivityMappings(context, items);
  }
}
