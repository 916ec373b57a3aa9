import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { organisation, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';

export enum GapOutcome {
  CLOSED = 'CLOSED',
  SMALLER = 'SMALLER',
  NOT_SMALLER = 'NOT_SMALLER',
  NO_LONGER_REQUIRED = 'NO_LONGER_REQUIRED',
}
registerEnumType(GapOutcome, {
  name: 'GapOutcome',
  description: 'What became of the gap that an opening is for.',
  valuesConfig: {
    CLOSED: {
      description:
        'Whatever is still required of it is more likely than not to be covered, each by itself (SKILLWAKE_MEETS_FROM).',
    },
    SMALLER: { description: 'Fewer people are expected to be lacking, and some still are.' },
    NOT_SMALLER: { description: 'As many people as before are expected to be lacking, or more.' },
    NO_LONGER_REQUIRED: { description: 'The project requires nothing of it any more, or is gone.' },
  },
});

@ObjectType({
  description: 'What became of one requirement that an opening is for.',
  simpleResolvers: true,
})
export class SoughtOutcome {
  @VisibleTo(organisation)
  @Field(() => Skill, { description: 'The skill sought.' })
  skill!: Skill;
  @VisibleTo(organisation)
  @Field(() => Float, { description: 'The level sought, above 0 and below 1.' })
  level!: number;
  @VisibleTo(organisation)
  @Field(() => Float, {
    description: 'How many seats were expected to stay empty when the opening was saved first, in people.',
  })
  shortfallBefore!: number;
  @VisibleTo(organisation)
  @Field(() => Float, {
    nullable: true,
    description: 'How many are now; null where it is no longer required.',
  })
  shortfallNow!: number | null;
  @VisibleTo(organisation)
  @Field(() => Float, { description: 'Probability, in [0,1], that all seats were filled then.' })
  coveredBefore!: number;
  @VisibleTo(organisation)
  @Field(() => Float, {
    nullable: true,
    description: 'Probability, in [0,1], that all are filled now; null where it is no longer required.',
  })
  coveredNow!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many of those assigned are unknown in the skill now; null where it is no longer required. Whoever is new is unknown until the first evidence, and no part of the supply.',
  })
  unknownNow!: number | null;
}

@ObjectType({
  description:
    'Whether the gap that an opening is for has closed: what was lacking when it was saved first, and what is now, by the figures of `Project.gaps`. It is about the gap and not about whoever was found: others may have closed it, by learning or by coming, and it may have widened.',
  simpleResolvers: true,
})
export class HiringOutcome {
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'The moment that the figures of now are for.' })
  asOf!: Date;
  @VisibleTo(organisation)
  @Field(() => GapOutcome, { description: 'What became of the gap.' })
  outcome!: GapOutcome;
  @VisibleTo(organisation)
  @Field(() => [SoughtOutcome], { description: 'What became of each requirement, by name of the skill.' })
  requirements!: SoughtOutcome[];
  @VisibleTo(organisation)
  @Field(() => Float, {
    description: 'How many seats of what is still required were expected to stay empty then, in people.',
  })
  shortfallBefore!: number;
  @VisibleTo(organisation)
  @Field(() => Float, { description: 'How many of these are now, in people.' })
  shortfallNow!: number;
  @VisibleTo(organisation)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that all of what is still required was covered then: the product over the skills.',
  })
  allCoveredBefore!: number;
  @VisibleTo(organisation)
  @Field(() => Float, { description: 'Probability, in [0,1], that all of it is covered now.' })
  allCoveredNow!: number;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
