import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import type { Whose } from './cut';

const rounded = 'Rounded to two digits for viewers who do not see everybody.';
const sameScale =
  'Abilities before and after are on the scale of the difficulties of the calibration in force: where everybody was asked the same questions first and the same others later, how hard these are is known by that alone, and the difference between revisions says more.';

@ObjectType({
  description: 'How much higher the mastery of a skill was after what a revision teaches than before it.',
  simpleResolvers: true,
})
export class SkillGain {
  /** Internal ids. */
  skillKey!: string;
  moduleKey!: string;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people answered questions on the skill before and after it.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many first answers they gave before.' })
  answersBefore!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many first answers they gave after.' })
  answersAfter!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Mean level before, in [0,1]. ${rounded}` })
  levelBefore!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Mean level after, in [0,1]. ${rounded}` })
  levelAfter!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Mean ability before, logits. ${rounded}` })
  abilityBefore!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Mean ability after, logits. ${rounded}` })
  abilityAfter!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Ability after less ability before, logits. ${rounded}` })
  gain!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Lower end of the 95 % interval of the gain, logits. ${rounded}` })
  low!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Upper end of it, logits. ${rounded}` })
  high!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Gain in an hour of the revision, logits: over its \`hours\`; null where these are not known. ${rounded}`,
  })
  gainPerHour!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: `What people know after a revision that they did not know before, by their first answers to its own questions: those asked before the better part of what it teaches, and those asked after. ${sameScale} Who does not see everybody is shown what was released.`,
  simpleResolvers: true,
})
export class LearningGain {
  /** Internal id. */
  revisionKey!: string;
  /** Whose answers it is made of. */
  whose!: Whose;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people answered before and after it.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    description: `Ability after less ability before, over all questions, logits. ${rounded}`,
  })
  gain!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Lower end of the 95 % interval of the gain, logits. ${rounded}` })
  low!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `Upper end of it, logits. ${rounded}` })
  high!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Hours that the revision takes: the median active time of people who completed it, where five did and that was released; else what its authors expect; null where neither is known. ${rounded}`,
  })
  hours!: number | null;
  @VisibleTo(judging)
  @Field(() => [SkillGain], {
    description:
      'The gain in each skill that five people were asked about before and after, the most taught first.',
  })
  skills!: SkillGain[];
  @VisibleTo(judging)
  @Field(() => Boolean, {
    description:
      'Whether chance decided who took this revision and who the one before it (Revision.assignedAtRandom): `beyondFormer` then says what it did beyond that one. Else the gain is that of whoever took it, corrected by what they began with and by nothing else.',
  })
  assignedAtRandom!: boolean;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const LearningGainResult = createUnionType({
  name: 'LearningGainResult',
  description:
    'What people know after a revision that they did not know before, or the reason why that is withheld.',
  types: () => [LearningGain, Withheld] as const,
});
