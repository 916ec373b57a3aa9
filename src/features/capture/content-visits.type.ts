import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

const inFives =
  'In whole groups of five people, the rest left out, so that nobody shows by the difference of two figures; null where there are fewer than five.';

@ObjectType({
  description:
    'How people fared with content, counted in whole groups of five people for every viewer, whom nobody can pick out: nobody sees individual visits but the person. Withdrawn visits do not count.',
  simpleResolvers: true,
})
export class VisitCounts {
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many people visited it. In whole groups of five people, the rest left out.',
  })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      "How many visits they made: everybody's first in whole groups of five people, then their second likewise, and so on.",
  })
  visits!: number;
  @VisibleTo(judging)
  @Field(() => Int, { nullable: true, description: `How many of the people completed it. ${inFives}` })
  completed!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description: `How many of the people left it at least once and did not complete it. ${inFives}`,
  })
  left!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description: `How many of the people are under way: they neither completed it nor left it yet. ${inFives}`,
  })
  underWay!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const VisitCountsResult = createUnionType({
  name: 'VisitCountsResult',
  description: 'How people fared with content, or the reason why that is withheld.',
  types: () => [VisitCounts, Withheld] as const,
});

@ObjectType({
  description:
    'How many people reached a page, in whole groups of five people for every viewer. Withdrawn visits and page views do not count.',
  simpleResolvers: true,
})
export class PageReach {
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many people opened the page. In whole groups of five people, the rest left out.',
  })
  people!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const PageReachResult = createUnionType({
  name: 'PageReachResult',
  description: 'How many people reached a page, or the reason why that is withheld.',
  types: () => [PageReach, Withheld] as const,
});
