import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { Person } from '../people/person.type';
import { historyOfPerson, historyWanted } from './history.service';
import { HistoryArguments, MasteryHistory } from './history.type';

@Resolver(() => Person)
export class PersonHistoryResolver {
  @VisibleTo(individuals)
  @Costs(50)
  @FieldResolver(() => MasteryHistory, {
    nullable: true,
    description:
      'Level and interval of this person in one skill over time, from the first evidence on the skill. Null where there is no evidence up to `until`: the person is unknown in it. Null too, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false); BAD_INPUT where there is no such skill.',
  })
  masteryHistory(
    @Root() person: Person,
    @Args(() => HistoryArguments) given: HistoryArguments,
    @Ctx() context: RequestContext,
  ): Promise<MasteryHistory | null> {
    return load(context, historyOfPerson, person.key, historyWanted(given, context.now));
  }
}
