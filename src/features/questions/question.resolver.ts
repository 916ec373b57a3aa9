import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, pageOf } from '../../graph/page';
import { connect, PageArguments, type Connection } from '../../shared/connection';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { Skill } from '../skills/skill.type';
import { QuestionVersion } from './question-version.type';
import { QuestionInput, SaveQuestionsPayload } from './question.input';
import { questionByKey, questionVersionByKey, skillsOfVersion, versionsOfQuestion } from './question.loader';
import { saveQuestions } from './question.service';
import { listQuestions, questionOf } from './question.store';
import { Question, QuestionConnection } from './question.type';

@Resolver(() => Question)
export class QuestionResolver {
  @Query(() => Question, {
    nullable: true,
    description: 'One question by global id; null where there is none.',
  })
  async question(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Question | null> {
    const key = keyOfGlobalId('Question', id);
    return key === undefined ? null : load(context, questionByKey, key, null);
  }

  @Query(() => QuestionConnection, { description: 'All questions, by what they ask.' })
  async questions(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Question>> {
    const page = pageOf(first, after);
    const rows = await listQuestions(context.database, page);
    return connect(rows.map(questionOf), page, ({ sortName, key }) => cursorOf([sortName, key]));
  }

  @FieldResolver(() => QuestionVersion, { description: 'The version that is asked now.' })
  current(@Root() question: Question, @Ctx() context: RequestContext): Promise<QuestionVersion | null> {
    return load(context, questionVersionByKey, question.currentKey, null);
  }

  @FieldResolver(() => [QuestionVersion], {
    description: 'Every version there has been, the first one first.',
  })
  versions(@Root() question: Question, @Ctx() context: RequestContext): Promise<QuestionVersion[]> {
    return load(context, versionsOfQuestion, question.key, null);
  }

  @Mutation(() => SaveQuestionsPayload, {
    description:
      'Creates or changes up to 1,000 questions by outside id. Saving the same content again publishes nothing; items for the same question apply in their order.',
  })
  async saveQuestions(
    @Arg('items', () => [QuestionInput], { description: 'Up to 1,000 questions.' }) items: QuestionInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveQuestionsPayload> {
    const { keys, errors } = await saveQuestions(context.database, items, context.now);
    const questions = await Promise.all(
      items.map(async (_, index) => {
        const key = keys.get(index);
        return key === undefined ? null : load(context, questionByKey, key, null);
      }),
    );
    return { questions, errors };
  }
}

@Resolver(() => QuestionVersion)
export class QuestionVersionResolver {
  @FieldResolver(() => Question, { description: 'The question that this is a version of.' })
  question(@Root() version: QuestionVersion, @Ctx() context: RequestContext): Promise<Question | null> {
    return load(context, questionByKey, version.questionKey, null);
  }

  @FieldResolver(() => [Skill], {
    description: 'The skills that a right answer shows, at least one, by name.',
  })
  skills(@Root() version: QuestionVersion, @Ctx() context: RequestContext): Promise<Skill[]> {
    return load(context, skillsOfVersion, version.key, null);
  }
}
