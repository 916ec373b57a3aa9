import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { staffing, VisibleTo } from '../access/policy';
import { SettlingQuestion } from '../explanations/next-questions.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import type { Reason } from './candidate';
import { RequirementFit } from './candidate.type';
import { LearningToMeet } from './learning.type';
import { learningToMeet, mostSettling, settlingOfFit } from './requirement-fit.loader';

@Resolver(() => RequirementFit)
export class RequirementFitResolver {
  @VisibleTo(staffing)
  @Costs(20)
  @FieldResolver(() => LearningToMeet, {
    nullable: true,
    description:
      'What the person would learn to meet it, by the gains that were seen in modules, or where none was by what their authors say; null unless `status` is BELOW, and where the person is not yours to see.',
  })
  learning(@Root() fit: Reason, @Ctx() context: RequestContext): Promise<LearningToMeet | null> {
    return load(context, learningToMeet, fit, null);
  }

  @VisibleTo(staffing)
  @Costs(40)
  @HoldsAtMost(mostSettling)
  @FieldResolver(() => [SettlingQuestion], {
    nullable: true,
    description:
      'Up to three questions whose answers would tell most whether the person reaches the level now, the most telling first: of those in use that assess the skill and that they have not answered yet, or where none is left of those that they have. Works for a person who is unknown in the skill too. None where no answer would tell anything; null where the person is not yours to see.',
  })
  settlingQuestions(@Root() fit: Reason, @Ctx() context: RequestContext): Promise<SettlingQuestion[] | null> {
    return load(context, settlingOfFit, fit, null);
  }
}
