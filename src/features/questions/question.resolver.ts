import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { content, everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { Skill, SkillConnection, SkillListArguments } from '../skills/skill.type';
import {
  QuestionVersion,
  QuestionVersionConnection,
  QuestionVersionListArguments,
} from './question-version.type';
import { AssessedSkillInput, QuestionInput } from './question.input';
import { questionList, questionsOfSkill, skillsOfVersion, versionsOfQuestion } from './question.list';
import { questionByKey, questionVersionByKey } from './question.loader';
import { saveAssessedSkills, saveQuestions } from './question.service';
import { assessedSkillsNow, questionIdentity } from './question.store';
import { AssessedSkill, Question, QuestionConnection, QuestionListArguments } from './question.type';

export const questionNounResolvers = nounResolvers({
  type: Question,
  identity: questionIdentity,
  one: 'question',
  many: 'questions',
  byKey: questionByKey,
  visibleTo: everyone,
  savedBy: content,
  list: {
    list: questionList,
    connection: QuestionConnection,
    arguments: QuestionListArguments,
    by: 'their current prompt',
  },
  saving: {
    input: QuestionInput,
    save: saveQuestions,
    description:
      'Creates or changes up to 1,000 questions by external id. Saving the same content again publishes nothing; items for the same question are applied in order.',
    result: 'as it is after the whole batch',
  },
  deleting: 'A question that was answered, or that a page asks, is archived with all its versions.',
});

const SaveAssessedSkillsPayload = relationshipsPayload(AssessedSkill, {
  one: 'relationship',
  many: 'assessedSkills',
  savedBy: content,
});

@Resolver(() => Question)
export class QuestionResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => QuestionVersion, { description: 'The version that is asked now.' })
  current(@Root() question: Question, @Ctx() context: RequestContext): Promise<QuestionVersion | null> {
    return load(context, questionVersionByKey, question.currentKey, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => QuestionVersionConnection, {
    description: 'All versions, the current one and former ones.',
  })
  versions(
    @Root() question: Question,
    @Args(() => QuestionVersionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<QuestionVersion>> {
    return versionsOfQuestion.pageUnder(context, question.key, given);
  }

  @VisibleTo(content)
  @Costs(1)
  @Mutation(() => SaveAssessedSkillsPayload, {
    description:
      "Adds or removes up to 1,000 skills that questions assess; each change publishes the question's next version. The last skill of a question cannot be removed (INVALID).",
  })
  async saveAssessedSkills(
    @Arg('items', () => [AssessedSkillInput], { description: 'Up to 1,000 relationships.' })
    items: AssessedSkillInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveAssessedSkillsPayload>> {
    const saved = await saveAssessedSkills(context, items);
    return payloadOf(saved, items.length, (named) => assessedSkillsNow(context.database, named));
  }
}

@Resolver(() => QuestionVersion)
export class QuestionVersionResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Question, { description: 'The question that this is a version of.' })
  question(@Root() version: QuestionVersion, @Ctx() context: RequestContext): Promise<Question | null> {
    return load(context, questionByKey, version.questionKey, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => SkillConnection, {
    description: 'The skills that a right answer shows, at least one.',
  })
  skills(
    @Root() version: QuestionVersion,
    @Args(() => SkillListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Skill>> {
    return skillsOfVersion.pageUnder(context, version.key, given);
  }
}

@Resolver(() => Skill)
export class SkillQuestionsResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => QuestionConnection, {
    description: 'The questions whose current version assesses this skill.',
  })
  questions(
    @Root() skill: Skill,
    @Args(() => QuestionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Question>> {
    return questionsOfSkill.pageUnder(context, skill.key, given);
  }
}
