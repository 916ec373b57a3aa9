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
      'Makes up to 1,000 pairs of records one person each, in one transaction: evidence, teams, projects and ids follow, and mastery is what all the evidence together says. Items are taken in their order: who was merged away before is named by whom they became. INVALID where both are one person already, or where merge was merged away by an item before.',
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
