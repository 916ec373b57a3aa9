import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { content, VisibleTo } from '../access/policy';
import { ModuleInput } from '../modules/module.input';
import { currentRevisionOf } from '../modules/module.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { problemByKey } from './problem.loader';
import { DismissProblemPayload, ProblemDismissalInput, PublishRevisionPayload } from './settling.input';
import { dismissProblem, publishRevision } from './settling.service';

const mostSolved = 100;

@Resolver()
export class SettlingResolver {
  @VisibleTo(content)
  @Costs(500)
  @Mutation(() => PublishRevisionPayload, {
    description:
      'Publishes the next revision of a module, as `saveModules` does, and says which problems it is to solve. These stay open and are watched: of their questions only answers from now on count, and once five people and more did better a problem closes as SOLVED; where they do not it is opened again. A problem of a question that the revision does not ask any more is solved. The same content publishes nothing: the current revision then is to solve them. INVALID where a problem is no open fault of the content of this module; nothing is saved then. Safe to send again.',
  })
  async publishRevision(
    @Arg('module', () => ModuleInput, {
      description: 'The module, which has to be there, with its pages and resources; what is left out stays.',
    })
    module: ModuleInput,
    @Arg('solves', () => [ID], {
      defaultValue: [],
      description: 'Up to 100 ids of problems, as `Problem.id` gives them (BAD_INPUT beyond).',
    })
    solves: string[],
    @Ctx() context: RequestContext,
  ): Promise<PublishRevisionPayload> {
    if (solves.length > mostSolved)
      throw new BadInputError(`solves holds at most ${String(mostSolved)} ids: send several requests.`);
    const { module: key, errors } = await publishRevision(context, module, solves);
    if (key === undefined) return { revision: null, problems: [], errors };
    const problems = await Promise.all(solves.map((id) => load(context, problemByKey, id, null)));
    return {
      revision: await load(context, currentRevisionOf, key, null),
      problems: problems.filter((problem) => problem !== null),
      errors,
    };
  }

  @VisibleTo(content)
  @Costs(100)
  @Mutation(() => DismissProblemPayload, {
    description:
      'Closes a problem that is none, with a reason: answers to its question count fully again. It is not opened again, unless as a problem of another kind. INVALID where it is closed already for another reason. Safe to send again.',
  })
  async dismissProblem(
    @Arg('input', () => ProblemDismissalInput, { description: 'The problem, and why it is dismissed.' })
    input: ProblemDismissalInput,
    @Ctx() context: RequestContext,
  ): Promise<DismissProblemPayload> {
    const errors = await dismissProblem(context, input);
    return {
      problem: errors.length > 0 ? null : await load(context, problemByKey, input.problem, null),
      errors,
    };
  }
}
