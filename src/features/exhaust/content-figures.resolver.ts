import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { Revision } from '../modules/revision.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { dropOffOfRevision, revisionOfModule, timeOfRevision } from './content-figures.loader';
import { DropOffRate, DropOffResult } from './drop-off.type';
import { figuresOfPage, secondsSeenOfPage } from './page-figures.loader';
import { PageFigures, PageFiguresResult } from './page-figures.type';
import { SecondsSeen, SecondsSeenResult } from './seconds-seen.type';
import { TimeToCompletion, TimeToCompletionResult } from './time-to-completion.type';

const teamDescription =
  'Global id of a team: only people who belonged to it, or to a team within it, when they were first seen here; of several teams to the one that was made first. A team with fewer than five such people is released with others and has no figure of its own; nor has one that is not there. Left out: everybody.';
const revisionDescription = 'Number of the revision, from 1; left out: the current one.';

@Resolver(() => Revision)
class RevisionFiguresResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => DropOffResult, {
    description: 'How many people leave this revision before they complete it, and where.',
  })
  dropOffRate(
    @Root() revision: Revision,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DropOffRate | Withheld> {
    return load(context, dropOffOfRevision, revision.key, { team: team ?? null });
  }

  @VisibleTo(judging)
  @Costs(200)
  @FieldResolver(() => TimeToCompletionResult, {
    description: 'How long people take to complete this revision.',
  })
  timeToCompletion(
    @Root() revision: Revision,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Ctx() context: RequestContext,
  ): Promise<TimeToCompletion | Withheld> {
    return load(context, timeOfRevision, revision.key, { team: team ?? null });
  }
}

@Resolver(() => Module)
class ModuleFiguresResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => DropOffResult, {
    nullable: true,
    description:
      'How many people leave a revision of the module before they complete it, and where; null where there is no such revision.',
  })
  async dropOffRate(
    @Root() module: Module,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Arg('revision', () => Int, { nullable: true, description: revisionDescription })
    number: number | null,
    @Ctx() context: RequestContext,
  ): Promise<DropOffRate | Withheld | null> {
    const revision = await load(context, revisionOfModule, module.key, { number: number ?? null });
    return revision && load(context, dropOffOfRevision, revision.key, { team: team ?? null });
  }

  @VisibleTo(judging)
  @Costs(200)
  @FieldResolver(() => TimeToCompletionResult, {
    nullable: true,
    description:
      'How long people take to complete a revision of the module; null where there is no such revision.',
  })
  async timeToCompletion(
    @Root() module: Module,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Arg('revision', () => Int, { nullable: true, description: revisionDescription })
    number: number | null,
    @Ctx() context: RequestContext,
  ): Promise<TimeToCompletion | Withheld | null> {
    const revision = await load(context, revisionOfModule, module.key, { number: number ?? null });
    return revision && load(context, timeOfRevision, revision.key, { team: team ?? null });
  }
}

@Resolver(() => Page)
class PageFiguresResolver {
  @VisibleTo(judging)
  @Costs(20)
  @FieldResolver(() => PageFiguresResult, {
    description: 'What people do on the page: how long, whether they come back, leave, and know more after.',
  })
  figures(
    @Root() page: Page,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Ctx() context: RequestContext,
  ): Promise<PageFigures | Withheld> {
    return load(context, figuresOfPage, page.key, { team: team ?? null });
  }

  @VisibleTo(judging)
  @Costs(50)
  @FieldResolver(() => SecondsSeenResult, {
    description: 'What people see of the video on the page, five seconds by five seconds.',
  })
  secondsSeen(
    @Root() page: Page,
    @Arg('team', () => ID, { nullable: true, description: teamDescription }) team: string | null,
    @Ctx() context: RequestContext,
  ): Promise<SecondsSeen | Withheld> {
    return load(context, secondsSeenOfPage, page.key, { team: team ?? null });
  }
}

export const contentFiguresResolvers = [ModuleFiguresResolver, RevisionFiguresResolver, PageFiguresResolver];
