import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import type { SentenceOfGroup } from '../gaps/sentence-of-group';

@ObjectType({ description: 'How ready a project is on a date.', simpleResolvers: true })
export class ReadinessFigures {
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are assigned to the project on the date.' })
  personCount!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that they cover every requirement of the project and its tasks, with no seat left empty.',
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of seats that stay empty, of all requirements together.',
  })
  expectedEmpty!: number;
}

export const ReadinessFiguresResult = createUnionType({
  name: 'ReadinessFiguresResult',
  description: 'How ready a project is, or the reason why that is withheld.',
  types: () => [ReadinessFigures, Withheld] as const,
});

@ObjectType({
  description: 'How ready a project is on a date, as far as that may be said.',
  simpleResolvers: true,
})
export class Readiness {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The date the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => ReadinessFiguresResult, { description: 'The figures, or why they are withheld.' })
  figures!: ReadinessFigures | Withheld;
  /** The same in one sentence. */
  sentence!: SentenceOfGroup;
}
