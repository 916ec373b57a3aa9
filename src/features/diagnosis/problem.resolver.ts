import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { moduleByKey, revisionByKey } from '../modules/module.loader';
import { Module } from '../modules/module.type';
import { Revision } from '../modules/revision.type';
import { teamByKey } from '../people/people.loader';
import { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import type { Node } from '../../shared/noun.type';
import { diagnosedTests } from './diagnosing.service';
import { allProblems, problemsOfModule } from './problem.list';
import { remedyOf } from './diagnosis-sentences';
import { problemInWords, subjectOfProblem } from './problem.loader';
import { Problem, ProblemConnection, ProblemListArguments, ProblemSubject } from './problem.type';

/** Finds what is due in the tests of modules, before what was found is listed. */
const upToDate: BatchRead<string, true, null> = async (context, modules) => {
  await diagnosedTests(context, modules, 'pages');
  return modules.map(() => true);
};

@Resolver(() => Problem)
export class ProblemResolver {
  @VisibleTo(judging)
  @Costs(1)
  @Query(() => ProblemConnection, {
    description:
      'Problems of all content and of all teams, as they were last seen: they are looked for when `diagnosis` or `problems` of their module is asked for.',
  })
  problems(
    @Args(() => ProblemListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Problem>> {
    return allProblems.page(context, given);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => ProblemSubject, {
    nullable: true,
    description: 'What it is on: content that is at fault, or the skill that a team lacks.',
  })
  on(@Root() problem: Problem, @Ctx() context: RequestContext): Promise<Node | null> {
    return subjectOfProblem(context, problem);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team that lacks the skill, or that the question is unfair to; null otherwise.',
  })
  async team(@Root() { teamKey }: Problem, @Ctx() context: RequestContext): Promise<Team | null> {
    return teamKey === null ? null : load(context, teamByKey, teamKey, null);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => Revision, {
    nullable: true,
    description:
      'The latest revision that was published to solve it; null where none was. It is watched: once five people and more who come after it do better the problem closes, and it is opened again where they do not.',
  })
  async solvedBy(@Root() { solvedByKey }: Problem, @Ctx() context: RequestContext): Promise<Revision | null> {
    return solvedByKey === null ? null : load(context, revisionByKey, solvedByKey, null);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => [Module], { description: 'The modules that it concerns, in the order of their ids.' })
  async modules(@Root() { moduleKeys }: Problem, @Ctx() context: RequestContext): Promise<Module[]> {
    const found = await Promise.all(
      [...moduleKeys].sort().map((key) => load(context, moduleByKey, key, null)),
    );
    return found.filter((module) => module !== null);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What to do about it, in one plain sentence.',
  })
  remedy(@Root() problem: Problem): string | null {
    return remedyOf(problem);
  }

  @VisibleTo(judging)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() problem: Problem, @Ctx() context: RequestContext): Promise<string> {
    return problemInWords(context, problem);
  }
}

@Resolver(() => Module)
export class ModuleProblemsResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => ProblemConnection, {
    description:
      'Faults of the module, its pages and its questions, and skills that teams lack who took it; open ones and closed ones.',
  })
  async problems(
    @Root() module: Module,
    @Args(() => ProblemListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Problem>> {
    await load(context, upToDate, module.key, null);
    return problemsOfModule.pageUnder(context, module.key, given);
  }
}
