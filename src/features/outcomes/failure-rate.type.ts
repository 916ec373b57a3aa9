import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { content, judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

const rounded = 'Rounded to two digits for viewers who do not see everybody.';
const perQuestion = 'Null but of a question version';

@ObjectType({
  description: 'How often a response was given. Who gave it is never shown.',
  simpleResolvers: true,
})
export class ResponseShare {
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description:
      'The response: an option, or words that five people or more gave; null for all others taken together.',
  })
  response!: string | null;
  @VisibleTo(content)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is the right answer; for authors and admin. Null where no right answer is stored, and for all others taken together.',
  })
  isKey!: boolean | null;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Share of the first answers, in [0,1]. ${rounded}` })
  share!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `The same of the third of people who do worst in the other questions of the revision; null where a third is fewer than five people. ${rounded}`,
  })
  lowestThird!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `The same of the third between the two. ${rounded}`,
  })
  middleThird!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `The same of the third of people who do best in the other questions of the revision. ${rounded}`,
  })
  highestThird!: number | null;
}

/** What the failures of a question, a section, a page or a module have in common. */
@ObjectType({ description: 'How many first answers were wrong.', simpleResolvers: true })
abstract class Failing {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people the figure is made of.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many first answers it is made of: of everybody the first attempt at each question.',
  })
  answers!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `How many of them were wrong; a fraction of a right answer counts as that share of one. ${rounded}`,
  })
  failed!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Share of them that were wrong, in [0,1]. ${rounded}` })
  rate!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Lower end of the 95 % interval of the share (Wilson; answers of one person count as much as they differ); null of one person who answered several questions. ${rounded}`,
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, { nullable: true, description: `Upper end of the 95 % interval. ${rounded}` })
  high!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'How many first answers to the questions of one section of a page were wrong.',
  simpleResolvers: true,
})
export class SectionFailure extends Failing {
  /** Internal id. */
  pageKey!: string;
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description: 'Title of the section; null for questions of a page that stand in none.',
  })
  section!: string | null;
}

@ObjectType({
  description:
    "How many first answers to questions were wrong, how people's other answers predict it, and what they answered. It judges the questions and never a person. Who does not see everybody is shown what was released: each question's answers go in by groups of five people at least, and change when something new is known of five. A withdrawn answer drops out at once.",
  simpleResolvers: true,
})
export class FailureRate extends Failing {
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Share of wrong answers, in [0,1], that is to be expected of these people, by their earlier answers in the same revision and the calibration in force. Null where nothing is known. ${rounded}`,
  })
  expectedRate!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `How hard the question is in the calibration in force, logits: a person of that ability answers right half the time. ${perQuestion}. ${rounded}`,
  })
  difficulty!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `How sharply the question tells higher from lower ability, in the calibration in force; 1 is usual. ${perQuestion}. ${rounded}`,
  })
  discrimination!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Correlation, in [-1,1], of being right here and how well the same people do in the other questions of the revision. Near 0 or below, the question measures something else than they do. ${perQuestion}, of fewer than five people with other answers, and where all answered alike. ${rounded}`,
  })
  restCorrelation!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Share of first answers without a response, in [0,1]; null where no source says what was answered. ${rounded}`,
  })
  omissions!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Median of the time that an answer took, seconds; null where that of fewer than five people is known. Whole seconds for viewers who do not see everybody.',
  })
  medianSeconds!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, { nullable: true, description: 'First quartile of these times, seconds.' })
  firstQuartileSeconds!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, { nullable: true, description: 'Third quartile of these times, seconds.' })
  thirdQuartileSeconds!: number | null;
  @VisibleTo(judging)
  @Field(() => [ResponseShare], {
    description:
      'What was answered, the most frequent first, at most 20 responses and the rest together. Empty but of a question version, and where no source says what was answered.',
  })
  responses!: ResponseShare[];
  @VisibleTo(judging)
  @Field(() => [SectionFailure], {
    description:
      'The same of each section of each page, in order; without those that fewer than five people are shown of. Empty of a question version.',
  })
  sections!: SectionFailure[];
}

export const FailureRateResult = createUnionType({
  name: 'FailureRateResult',
  description: 'How many first answers were wrong, or the reason why that is withheld.',
  types: () => [FailureRate, Withheld] as const,
});
