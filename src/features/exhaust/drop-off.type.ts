import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Page } from '../modules/page.type';

@ObjectType({
  description:
    'A point of a survival curve: a page or minute at which people left, and the share who went on past it.',
  simpleResolvers: true,
})
export class SurvivalPoint {
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'Number of the page, 0 for before any page was opened; or minutes of active time, at least 0, to one digit for viewers who do not see everyone.',
  })
  at!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      'How many people could have left here: who had come in before it and were neither gone, nor done, nor last seen before it.',
  })
  atRisk!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them left here, at least 1.' })
  left!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'Estimated share, in [0,1], of those who begin that goes on past this point (Kaplan and Meier): who completed or is under way counts as long as they were seen, who came in late from where they came in.',
  })
  surviving!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the 95 % interval of `surviving`, in [0,1]: variance by Greenwood, on the scale of log(-log). Null where nobody goes on.',
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of the 95 % interval of `surviving`, in [0,1]; null where nobody goes on.',
  })
  high!: number | null;
}

@ObjectType({
  description:
    'A page or minute at which significantly more people leave than around it: than at the three pages or minutes before and after.',
  simpleResolvers: true,
})
export class StandOut {
  @VisibleTo(judging)
  @Field(() => Page, {
    nullable: true,
    description:
      'The page; of a minute the one that most people are on by then. Null where no page is known.',
  })
  page!: Page | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description: 'The minute of active time, from 1; null where a page stands out.',
  })
  minute!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people left here.' })
  left!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people could have left here.' })
  atRisk!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: 'How many would have left here if it were as around it, at least 0.',
  })
  expected!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that so many or more would leave here by chance if it were as around it (exact test of Fisher). Of all that stand out in a module at most 5 % are expected to do so by chance.',
  })
  probability!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'What is there: the page, its kind, and how many questions it asks.' })
  what!: string;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How many people leave content before they complete it, and where. Each person counts once, over all their visits: as completed if any visit is, else as under way if any is, else as left. It is made of what became known of whole groups of five people or more, for every viewer alike: nobody sees individual visits but the person. A group goes on when something new is known of five of its people, and those of a team too small wait a day for others. What its owner withdraws drops at once.',
  simpleResolvers: true,
})
export class DropOffRate {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people it is about, at least 5.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them left without having completed it.' })
  left!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them completed it.' })
  completed!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them are under way.' })
  underWay!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description:
      'Estimated share, in [0,1], of those who begin that leaves before the end: 1 less `surviving` of the last point of `byPage`; 0 where nobody left. To two digits for viewers who do not see everyone.',
  })
  rate!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Lower end of the 95 % interval of `rate`, in [0,1]; null where nobody left, or nobody went on.',
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Upper end of the 95 % interval of `rate`, in [0,1]; null where nobody left, or nobody went on.',
  })
  high!: number | null;
  @VisibleTo(judging)
  @Field(() => [SurvivalPoint], {
    description:
      'The survival curve by page: the pages at which people left, in order. Each left at the furthest page that they opened.',
  })
  byPage!: SurvivalPoint[];
  @VisibleTo(judging)
  @Field(() => [SurvivalPoint], {
    description:
      'The survival curve by minutes of active time on all pages together, until it was completed where it was; at most 500 points, those at which the curve bends most where there are more.',
  })
  byMinute!: SurvivalPoint[];
  @VisibleTo(judging)
  @Field(() => [StandOut], {
    description:
      'Pages, then minutes, where significantly more leave than around them, in order; empty where none does. The last page stands out only where somebody completed the content.',
  })
  standsOut!: StandOut[];
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const DropOffResult = createUnionType({
  name: 'DropOffResult',
  description: 'How many people leave content before they complete it, or the reason why that is withheld.',
  types: () => [DropOffRate, Withheld] as const,
});
