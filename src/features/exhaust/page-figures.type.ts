import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

const whole = 'Whole for viewers who do not see everyone.';
const twoDigits = 'To two digits for viewers who do not see everyone.';

@ObjectType({
  description:
    'What people do on a page: how long, whether they come back, pause and leave, and what they know after. Time judges the page and moves no level. Made of what became known of whole groups of five people or more, for every viewer alike, as DropOffRate is. What its owner withdraws drops at once.',
  simpleResolvers: true,
})
export class PageFigures {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people opened the page, at least 5.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `Median of the active seconds that each of them spent on it in all, at least 0. ${whole}`,
  })
  medianSeconds!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `A quarter of the people spent so many seconds or fewer, by linear interpolation. ${whole}`,
  })
  firstQuartileSeconds!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `Three quarters of the people spent so many seconds or fewer, by linear interpolation. ${whole}`,
  })
  thirdQuartileSeconds!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Lower end of the 95 % interval of the median, in seconds; null of fewer than six people. ${whole}`,
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Upper end of the 95 % interval of the median, in seconds; null of fewer than six people. ${whole}`,
  })
  high!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    nullable: true,
    description: 'Page.expectedSeconds: how long the authors expect it to take; null where not stated.',
  })
  expectedSeconds!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `Share of the people, in [0,1], who came back to the page: within a view, or after another page. ${twoDigits}`,
  })
  revisitRate!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `How often each of them paused, on average, at least 0. ${twoDigits}` })
  pausesPerPerson!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many people could have left here: who came in before it and came as far.',
  })
  atRisk!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many of them left here: it is the furthest page that they opened.' })
  leftHere!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description:
      'How many first answers there are, of people who opened the page, to the questions that it asks, or where it asks none to those of the next page that does; 0 where fewer than five people gave any.',
  })
  answersAfter!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Mean score of these answers, in [0,1]; null where fewer than five people gave any. ${twoDigits}`,
  })
  rightAfter!: number | null;
  @VisibleTo(judging)
  @Field(() => Boolean, {
    description:
      'Whether the page costs more than it teaches: it takes at least one and a half times as long as expected, or where nothing is, twice as long as the other pages of the revision usually do; at least a fifth of the people come back to it, one and a half times as many as usual; and at most 0.6 of the answers after it are right.',
  })
  costsMoreThanItTeaches!: boolean;
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description: 'Why it does, in one sentence; null where it does not.',
  })
  costsMoreBecause!: string | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const PageFiguresResult = createUnionType({
  name: 'PageFiguresResult',
  description: 'What people do on a page, or the reason why that is withheld.',
  types: () => [PageFigures, Withheld] as const,
});
