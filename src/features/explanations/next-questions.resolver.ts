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
    nullable: true,
    description:
      "The questions whose answers would narrow the interval of a person's level in a skill most, the most informative first. They are chosen from the questions in use that assess the skill and that the person has not answered yet, or, where none is left, from those that the person has answered. Works for a person without evidence too. Questions that are not expected to narrow the interval are left out. Null, and in the errors BAD_INPUT where there is no such person or skill, FORBIDDEN where the viewer may not see the person (viewerCanSeeDetails is false).",
  })
  nextQuestions(
    @Arg('person', () => ID, { description: 'Global id of the person.' }) person: string,
    @Arg('skill', () => ID, { description: 'Global id of the skill.' }) skill: string,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many questions at most, 1 to 200.' })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<NextQuestion[]> {
    return nextQuestions(context, { person, skill }, pageLength(first));
  }
}
