import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { text } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { LenientString } from '../../shared/scalars';
import { content, VisibleTo } from '../access/policy';
import { Revision } from '../modules/revision.type';
import { Problem } from './problem.type';

@InputType({ description: 'Says of a problem that it is none, or is not to be solved.' })
export class ProblemDismissalInput {
  @Field(() => ID, { description: 'Id of the problem, as `Problem.id` gives it.' })
  problem!: string;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. Why it is dismissed, 1 to 2,000 characters; kept with the problem.',
  })
  reason?: unknown;
}

export const dismissalCheck = z.object({ problem: z.string(), reason: text(2_000) });

@ObjectType({ description: 'What became of a dismissal.', simpleResolvers: true })
export class DismissProblemPayload {
  @VisibleTo(content)
  @Field(() => Problem, { nullable: true, description: 'The problem as it is now; null where it failed.' })
  problem!: Problem | null;
  @VisibleTo(content)
  @Field(() => [ItemError], { description: 'Why it failed; empty where it did not. The index is 0.' })
  errors!: ItemError[];
}

@ObjectType({ description: 'What became of a revision that was to be published.', simpleResolvers: true })
export class PublishRevisionPayload {
  @VisibleTo(content)
  @Field(() => Revision, {
    nullable: true,
    description: 'The current revision of the module now; null where it failed, and nothing was published.',
  })
  revision!: Revision | null;
  @VisibleTo(content)
  @Field(() => [Problem], {
    description:
      'The problems that it is to solve, as they are now, in the order given; empty where it failed.',
  })
  problems!: Problem[];
  @VisibleTo(content)
  @Field(() => [ItemError], { description: 'Why it failed; empty where it did not. The index is 0.' })
  errors!: ItemError[];
}
