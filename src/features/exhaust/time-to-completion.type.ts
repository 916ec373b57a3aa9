import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

const rounded = 'To one digit for viewers who do not see everyone.';

@ObjectType({
  description:
    'How long people take to complete content: active minutes of those who did, on all pages that they opened by when it was completed, over all their visits. Made of what became known of whole groups of five people or more, for every viewer alike, as DropOffRate is. What its owner withdraws drops at once.',
  simpleResolvers: true,
})
export class TimeToCompletion {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people completed it, at least 5.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `The median, in minutes, at least 0. ${rounded}` })
  medianMinutes!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `A quarter of the people took so many minutes or fewer, by linear interpolation. ${rounded}`,
  })
  firstQuartileMinutes!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `Three quarters of the people took so many minutes or fewer, by linear interpolation. ${rounded}`,
  })
  thirdQuartileMinutes!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description: 'Module.expectedMinutes: how long the authors expect it to take; null where not stated.',
  })
  expectedMinutes!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Lower end of the 95 % interval of the median, in minutes; null of fewer than six people. ${rounded}`,
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Upper end of the 95 % interval of the median, in minutes; null of fewer than six people. ${rounded}`,
  })
  high!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const TimeToCompletionResult = createUnionType({
  name: 'TimeToCompletionResult',
  description: 'How long people take to complete content, or the reason why that is withheld.',
  types: () => [TimeToCompletion, Withheld] as const,
});
