import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { tombstoneList } from './tombstone.list';
import { TombstoneConnection, TombstoneListArguments, type Tombstone } from './tombstone.type';

@Resolver()
export class TombstoneResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Query(() => TombstoneConnection, {
    description:
      'What was deleted or merged and is in no list any more, for a system that keeps a copy. What is archived is not among them: its own list has it, with `archived`; nor are people who left, who stay in theirs with `activeUntil`. What goes with the whole that it is part of, as the tasks of a project do, has no tombstone of its own. For hr and admin.',
  })
  tombstones(
    @Args(() => TombstoneListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Tombstone>> {
    return tombstoneList.page(context, given);
  }
}
