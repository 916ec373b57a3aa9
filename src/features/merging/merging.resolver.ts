import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { personByKey } from '../people/people.loader';
import { MergePeoplePayload, PersonMergeInput } from './merging.input';
import { mergePeople } from './merging.service';

@Resolver()
export class MergingResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => MergePeoplePayload, {
    description:
      'Merges up to 1,000 pairs of records, each pair of one person, in one transaction: evidence, teams, projects and ids move to the record that is kept, and mastery is computed again from all the evidence. Items are done in order; a record merged by an earlier item counts as the one it was merged into. Safe to send again: two records that are one person already stay so. INVALID where `merge` was merged by an earlier item into another person.',
  })
  async mergePeople(
    @Arg('items', () => [PersonMergeInput], { description: 'Up to 1,000 pairs.' }) items: PersonMergeInput[],
    @Ctx() context: RequestContext,
  ): Promise<MergePeoplePayload> {
    const { keys, errors } = await mergePeople(context, items);
    const people = await Promise.all(
      items.map((_, index) => {
        const key = keys.get(index);
        return key === undefined ? Promise.resolve(null) : load(context, personByKey, key, null);
      }),
    );
    return { people, errors };
  }
}
