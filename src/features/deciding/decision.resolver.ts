import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { notYoursToSee } from '../access/not-yours-to-see';
import { content, everyone, individuals, VisibleTo } from '../access/policy';
import { sees } from '../access/viewer';
import { RecordEvidencePayload } from '../evidence/answer.type';
import { Person } from '../people/person.type';
import { questionVersionByKey } from '../questions/question.loader';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { QuestionDecisionInput } from './decision.input';
import { decisionsOnAnswersOf, decisionsOnVersion } from './decision.list';
import { decideQuestions } from './decision.service';
import {
  AnswerDecision,
  AnswerDecisionConnection,
  AnswerDecisionListArguments,
  QuestionDecision,
  QuestionDecisionConnection,
  QuestionDecisionListArguments,
} from './decision.type';

@Resolver()
export class DecidingResolver {
  @VisibleTo(content)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Decides about up to 1,000 versions of questions of which something was found to be wrong, in one transaction: what the result reports as accepted is stored durably, each as evidence with its reason. A bad item is reported in errors and does not affect the others. Safe to send again. From then on answers to the version count as the latest decision says, those that arrive later too, and no longer less for an open problem. The levels of everybody who answered are computed anew before the result, or where they are many soon after; each reads in `Person.decisions` what was decided and why. REKEY also publishes the next version of the question, with that key, where the version is the current one and has another; pages that ask it and systems that score it have to be told by whoever decides.',
  })
  decideQuestions(
    @Arg('items', () => [QuestionDecisionInput], { description: 'Up to 1,000 decisions, in any order.' })
    items: QuestionDecisionInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return decideQuestions(context, items);
  }
}

@Resolver(() => QuestionVersion)
export class VersionDecisionsResolver {
  @VisibleTo(content)
  @Costs(1)
  @FieldResolver(() => QuestionDecisionConnection, {
    description: 'What was decided about this version; of several decisions the latest holds.',
  })
  decisions(
    @Root() version: QuestionVersion,
    @Args(() => QuestionDecisionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<QuestionDecision>> {
    return decisionsOnVersion.pageUnder(context, version.key, given);
  }
}

@Resolver(() => Person)
export class PersonDecisionsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => AnswerDecisionConnection, {
    nullable: true,
    description:
      'What was decided about questions that this person answered, and what that makes of each of the answers; without withdrawn answers. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async decisions(
    @Root() person: Person,
    @Args(() => AnswerDecisionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AnswerDecision>> {
    if (!sees(await context.visible(), person.key))
      throw notYoursToSee('What was decided about answers of this person');
    const page = await decisionsOnAnswersOf.pageUnder(context, person.key, given);
    context.looks.add('mastery', person.key);
    return page;
  }
}

@Resolver(() => QuestionDecision)
export class QuestionDecisionResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => QuestionVersion, { description: 'The version that it is about.' })
  version(
    @Root() { versionKey }: QuestionDecision,
    @Ctx() context: RequestContext,
  ): Promise<QuestionVersion | null> {
    return load(context, questionVersionByKey, versionKey, null);
  }
}
