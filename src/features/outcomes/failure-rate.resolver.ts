import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { pageByKey } from '../modules/module.loader';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { Revision } from '../modules/revision.type';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { CutByTeam, CutByTeamAndSection, cutOf } from './cut';
import { failureOfPage, failureOfRevision, failureOfVersion } from './failure-rate.loader';
import { FailureRateResult, SectionFailure, type FailureRate } from './failure-rate.type';
import { keyOfRevision, OfRevision } from './numbered-revisions';

type Failure = FailureRate | Withheld;

@Resolver(() => QuestionVersion)
class VersionFailureResolver {
  @VisibleTo(judging)
  @Costs(100)
  @FieldResolver(() => FailureRateResult, {
    description:
      'How many first answers to this version were wrong, in whichever revision asked it, how that was to be expected, and which responses were given.',
  })
  async failureRate(
    @Root() version: QuestionVersion,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Ctx() context: RequestContext,
  ): Promise<Failure> {
    return load(context, failureOfVersion, version.key, await cutOf(context, cut));
  }
}

@Resolver(() => Page)
class PageFailureResolver {
  @VisibleTo(judging)
  @Costs(100)
  @FieldResolver(() => FailureRateResult, {
    description: 'How many first answers to the questions of the page were wrong, in total and by section.',
  })
  async failureRate(
    @Root() page: Page,
    @Args(() => CutByTeamAndSection) cut: CutByTeamAndSection,
    @Ctx() context: RequestContext,
  ): Promise<Failure> {
    return load(context, failureOfPage, page.key, await cutOf(context, cut));
  }
}

@Resolver(() => Revision)
class RevisionFailureResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => FailureRateResult, {
    description:
      'How many first answers given in this revision were wrong, in total and by section. An answer belongs to the revision that its person had begun last; where no visit is known, to the one that was published last by then.',
  })
  async failureRate(
    @Root() revision: Revision,
    @Args(() => CutByTeamAndSection) cut: CutByTeamAndSection,
    @Ctx() context: RequestContext,
  ): Promise<Failure> {
    return load(context, failureOfRevision, revision.key, await cutOf(context, cut));
  }
}

@Resolver(() => Module)
class ModuleFailureResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => FailureRateResult, {
    description:
      'How many first answers given in one revision of the module were wrong, in total and by section: a module is judged by what it shows now.',
  })
  async failureRate(
    @Root() module: Module,
    @Args(() => CutByTeamAndSection) cut: CutByTeamAndSection,
    @Args(() => OfRevision) of: OfRevision,
    @Ctx() context: RequestContext,
  ): Promise<Failure> {
    const [given, revision] = await Promise.all([
      cutOf(context, cut),
      keyOfRevision(context, module.key, of.revision),
    ]);
    return revision === null
      ? withheld('The module has published nothing yet.')
      : load(context, failureOfRevision, revision, given);
  }
}

@Resolver(() => SectionFailure)
class SectionFailureResolver {
  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => Page, { nullable: true, description: 'The page that the section is on.' })
  page(@Root() { pageKey }: SectionFailure, @Ctx() context: RequestContext): Promise<Page | null> {
    return load(context, pageByKey, pageKey, null);
  }
}

/** Every resolver of failures. */
export const failureResolvers = [
  VersionFailureResolver,
  PageFailureResolver,
  RevisionFailureResolver,
  ModuleFailureResolver,
  SectionFailureResolver,
];
