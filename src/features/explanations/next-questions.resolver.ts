import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { pageLength } from '../../shared/page';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { nextQuestions } from './next-questions.service';
import { NextQuestion } from './next-questions.type';

@Resolver()
export class NextQuestionsResolver {
  @VisibleTo(individuals)
  @Costs(1_000)
  @Query(() => [NextQuestion], {
    description:
      'The questions that would narrow the interval of a person in a skill the most, the most telling first. Of questions in use that assess the skill, those that the person has not answered yet; where there is none left, those they have. Also for somebody of whom nothing is known. Those that cannot be expected to narrow it are left out. BAD_INPUT where there is no such person or skill, FORBIDDEN where the viewer may not see the person.',
  })
  nextQuestions(
    @Arg('person', () => ID, { description: 'Global id of the person.' }) person: string,
    @Arg('skill', () => ID, { description: 'Global id of the skill.' }) skill: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many at most, 1 to 200.' }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<NextQuestion[]> {
    return nextQuestions(context, { person, skill }, pageLength(first));
  }
}
