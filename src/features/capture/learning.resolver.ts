import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { theirsAlone } from '../access/not-yours-to-see';
import { individuals, VisibleTo } from '../access/policy';
import { pageByKey } from '../modules/module.loader';
import { Page } from '../modules/page.type';
import { refuseUnseen } from '../people/people.list';
import { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { learningOfOneself, progressOfPerson } from './learning.list';
import { nextPageOfPlace } from './learning.loader';
import { summaryOfLearning } from './learning-summary';
import { Learning, LearningConnection, LearningListArguments, PlaceInModule } from './learning.type';
import { isViewer } from './own';

@Resolver(() => Person)
export class PersonLearningResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => LearningConnection, {
    nullable: true,
    description:
      'The modules that the person has begun: what they have taken, where they left off and what comes next. Others see those alone that the person was enrolled in, and whether they are completed. What they are to begin is `enrolments(filterBy: {begun: false}, orderBy: {field: DUE})`. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async learning(
    @Root() person: Person,
    @Args(() => LearningListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Learning>> {
    if (await isViewer(context, person)) return learningOfOneself.pageUnder(context, person.key, given);
    await refuseUnseen(context, person, 'What this person learns');
    if (given.orderBy?.field === 'VISITED_AT') throw theirsAlone('When somebody visited what');
    const page = await progressOfPerson.pageUnder(context, person.key, given);
    context.looks.add('learning', person.key);
    return page;
  }
}

@Resolver(() => Learning)
export class LearningResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => PlaceInModule, {
    nullable: true,
    description:
      'Where the person is in it, and when they were there. Only the person may see this: null, and FORBIDDEN in the errors, for everybody else, whatever their role (viewerCanSeeAccessLog is false).',
  })
  place(@Root() { placed }: Learning): PlaceInModule {
    if (placed === null) throw theirsAlone('Where somebody is in a module');
    return placed;
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, {
    description: 'The same in one plain sentence, without what only the person may see.',
  })
  summary(@Root() learning: Learning): string {
    return summaryOfLearning(learning);
  }
}

/** Nothing leads to a place but Learning.place, which is refused to everybody but the person. */
@Resolver(() => PlaceInModule)
export class PlaceInModuleResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Page, {
    nullable: true,
    description: 'The page opened last: where the person left off; null where no page was opened.',
  })
  page(@Root() { pageKey }: PlaceInModule, @Ctx() context: RequestContext): Promise<Page | null> {
    return pageKey === null ? Promise.resolve(null) : load(context, pageByKey, pageKey, null);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Page, {
    nullable: true,
    description:
      'The page that comes next: the one after where the person left off, or from the last page the first that they have not opened; null where the visit was completed, and where every page was opened.',
  })
  next(@Root() place: PlaceInModule, @Ctx() context: RequestContext): Promise<Page | null> {
    return load(context, nextPageOfPlace, place, null);
  }
}
