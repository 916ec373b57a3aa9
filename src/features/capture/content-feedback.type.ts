import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { content, judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

@ObjectType({
  description:
    'What people say of content, without names and times. Counted in whole groups of five people for every viewer: nobody sees whose feedback it is but the person. Withdrawn feedback does not count.',
  simpleResolvers: true,
})
export class ContentFeedback {
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many people gave feedback. In whole groups of five people, the rest left out.',
  })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them called it unclear. In whole groups of five people; null where there are fewer.',
  })
  unclear!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many of them called it outdated. In whole groups of five people; null where there are fewer.',
  })
  outdated!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description:
      "How many ratings `meanRating` is made of: everybody's first in whole groups of five people, then their second likewise, and so on; null where there are fewer.",
  })
  ratingCount!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Mean of those ratings, from 1 (poor) to 5 (excellent); null where fewer than five people rated it.',
  })
  meanRating!: number | null;
  @VisibleTo(content)
  @Field(() => [String], {
    nullable: true,
    description:
      'What people said in words, in an order that tells nothing, up to 200 of the latest; for authors and admin. Null until ten people said something, and then in whole groups of five.',
  })
  words!: string[] | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const ContentFeedbackResult = createUnionType({
  name: 'ContentFeedbackResult',
  description: 'What people say of content, or the reason why that is withheld.',
  types: () => [ContentFeedback, Withheld] as const,
});
