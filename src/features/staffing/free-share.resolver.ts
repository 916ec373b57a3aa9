import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import { refuseUnseen } from '../people/people.list';
import { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { FreeShare, FreeShareArguments } from './free-share.type';
import { freeShareOf, periodOf } from './who-is-free';

@Resolver(() => Person)
export class FreeShareResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => FreeShare, {
    nullable: true,
    description:
      "What share of the person's working time is free in a period: availability less assignments. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).",
  })
  async freeShare(
    @Root() person: Person,
    @Args(() => FreeShareArguments) given: FreeShareArguments,
    @Ctx() context: RequestContext,
  ): Promise<FreeShare | null> {
    const period = periodOf(context.now, given);
    await refuseUnseen(context, person, 'How much time this person has');
    const [states, plans] = await Promise.all([context.states(), context.plans()]);
    return freeShareOf({ states, plans }, person.key, period);
  }
}
