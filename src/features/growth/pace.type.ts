import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';

export enum PaceBasis {
  OWN = 'OWN',
  USUAL = 'USUAL',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(PaceBasis, {
  name: 'PaceBasis',
  description: 'What a pace of learning is mostly known by.',
  valuesConfig: {
    OWN: {
      description: "The person's own first answers say at least as much about it as what is usual does.",
    },
    USUAL: {
      description:
        'Their own answers say less than that: it is mostly what is usual for others who are known in the same skills, and its interval is as wide as people differ.',
    },
    UNKNOWN: {
      description:
        'The same where the pace of fewer than five others is known: it is taken that people stay where they are, give or take a logit a year.',
    },
  },
});

@ObjectType({
  description:
    'How fast an ability rises while time passes, whatever it rises by: estimated from first answers to questions on the skills asked about, by what their difficulties and dates say (a logistic growth curve with one slope for all these skills, drawn towards what is usual as far as it is not certain).',
  simpleResolvers: true,
})
export class LearningPace {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Logits a month; below 0 where answers became worse.' })
  perMonth!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Lower end of its central 90 % interval, logits a month.' })
  low!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Upper end of it, logits a month.' })
  high!: number;
  @VisibleTo(individuals)
  @Field(() => PaceBasis, { description: 'What it is mostly known by.' })
  basis!: PaceBasis;
  @VisibleTo(individuals)
  @Field(() => Int, {
    description:
      'How many first answers of the person it rests on; of what is usual, of how many people a pace is known.',
  })
  count!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
