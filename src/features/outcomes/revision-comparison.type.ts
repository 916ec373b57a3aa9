import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';

const rounded = 'Rounded to two digits for viewers who do not see everybody.';

@ObjectType({
  description: 'One figure of two revisions side by side, and how likely it is that it got better.',
  simpleResolvers: true,
})
export class ComparedFigure {
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people the figure of the former revision is made of.' })
  peopleBefore!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people the figure of the later revision is made of.' })
  peopleAfter!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `The figure of the former revision. ${rounded}` })
  before!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `The figure of the later revision. ${rounded}` })
  after!: number;
  @VisibleTo(judging)
  @Field(() => Float, { description: `The latter less the former. ${rounded}` })
  difference!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Lower end of the 95 % interval of the difference; null where nothing is uncertain to be told, since nobody or everybody did. ${rounded}`,
  })
  low!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, { nullable: true, description: `Upper end of it. ${rounded}` })
  high!: number | null;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: `Probability, in [0,1], that the later revision does better; null with the interval. ${rounded}`,
  })
  probabilityBetter!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Two revisions of a module side by side. Who takes which is seldom left to chance: what people knew before is corrected for. Each figure is null where five people of either revision are not shown. Who does not see everybody is shown what was released.',
  simpleResolvers: true,
})
export class RevisionComparison {
  @VisibleTo(judging)
  @Field(() => ComparedFigure, {
    nullable: true,
    description:
      'Share of wrong first answers, in [0,1], to the versions of questions that both revisions ask after what they teach, as it would be if equal people had taken either: ability afterwards is regressed on the revision and on the answers before it.',
  })
  failureRate!: ComparedFigure | null;
  @VisibleTo(judging)
  @Field(() => ComparedFigure, {
    nullable: true,
    description: 'Mean ability afterwards, logits, by the same regression.',
  })
  ability!: ComparedFigure | null;
  @VisibleTo(judging)
  @Field(() => ComparedFigure, {
    nullable: true,
    description:
      'Mean ability before what they teach, logits. Where chance decides who takes which, the interval of the difference holds 0; a difference is what the other figures are corrected for. Null where nothing is asked before.',
  })
  startedWith!: ComparedFigure | null;
  @VisibleTo(judging)
  @Field(() => ComparedFigure, {
    nullable: true,
    description:
      'Share of people who leave, in [0,1], at the end of the curve by pages (Kaplan-Meier), not corrected for who took which.',
  })
  dropOffRate!: ComparedFigure | null;
  @VisibleTo(judging)
  @Field(() => Boolean, {
    description:
      'Whether chance decided who took which, as the later of the two says where one follows the other (Revision.assignedAtRandom). Where it did not, figures are corrected for what people knew before and for nothing else.',
  })
  assignedAtRandom!: boolean;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const RevisionComparisonResult = createUnionType({
  name: 'RevisionComparisonResult',
  description: 'Two revisions of a module side by side, or the reason why that is withheld.',
  types: () => [RevisionComparison, Withheld] as const,
});
