import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import { pageByKey } from '../modules/module.loader';
import { Page } from '../modules/page.type';
import { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { refuseOthers } from './own';
import {
  PageView,
  PageViewConnection,
  PageViewListArguments,
  VideoView,
  VideoViewConnection,
  VideoViewListArguments,
} from './view.type';
import { pageViewsOfVisit, videoViewsOfVisit, visitsOfPerson } from './visit.list';
import { summaryOfPageView, summaryOfVideoView, summaryOfVisit } from './visit-summary';
import { Visit, VisitConnection, VisitListArguments } from './visit.type';

@Resolver(() => Person)
export class PersonVisitsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => VisitConnection, {
    nullable: true,
    description:
      "The person's visits to modules, with their time on pages, withdrawn ones included. Only the person may see them: null, and FORBIDDEN in the errors, for everybody else, whatever their role (viewerCanSeeAccessLog is false).",
  })
  async visits(
    @Root() person: Person,
    @Args(() => VisitListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Visit>> {
    await refuseOthers(context, person, 'When somebody visited what');
    return visitsOfPerson.pageUnder(context, person.key, given);
  }
}

/** Nothing leads to a visit but Person.visits, which is refused to everybody but the person. */
@Resolver(() => Visit)
export class VisitResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Page, {
    nullable: true,
    description: 'The page that was opened last; null where no page view has arrived.',
  })
  lastPage(@Root() { lastPageKey }: Visit, @Ctx() context: RequestContext): Promise<Page | null> {
    return lastPageKey === null ? Promise.resolve(null) : load(context, pageByKey, lastPageKey, null);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => PageViewConnection, { description: 'Time on the pages, one item each time.' })
  pageViews(
    @Root() visit: Visit,
    @Args(() => PageViewListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PageView>> {
    return pageViewsOfVisit.pageUnder(context, visit.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => VideoViewConnection, { description: 'What was seen of videos.' })
  videoViews(
    @Root() visit: Visit,
    @Args(() => VideoViewListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<VideoView>> {
    return videoViewsOfVisit.pageUnder(context, visit.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() visit: Visit): string {
    return summaryOfVisit(visit);
  }
}

@Resolver(() => PageView)
export class PageViewResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() view: PageView): string {
    return summaryOfPageView(view);
  }
}

@Resolver(() => VideoView)
export class VideoViewResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() view: VideoView): string {
    return summaryOfVideoView(view);
  }
}
