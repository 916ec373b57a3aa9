import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { content, judging, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Team } from '../people/team.type';
import { Deciding, ProblemKind, ReasonKind, Verdict } from './verdict.type';

@ObjectType({
  description: 'A figure that speaks for or against a diagnosis, beside what is usual.',
  simpleResolvers: true,
})
export class DiagnosisReason {
  @VisibleTo(judging)
  @Field(() => ReasonKind, { description: 'What the figure is of, and in which unit.' })
  kind!: ReasonKind;
  @VisibleTo(judging)
  @Field(() => Float, { description: 'The figure, as its kind describes it.' })
  value!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: 'What is usual there, in the same unit; null where there is nothing to compare with.',
  })
  usual!: number | null;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  sentence!: string;
}

@ObjectType({
  description:
    'Whether content is sound, is at fault, or is missed by people who lack the skill; or that too little is known to tell. It is made of first answers; withdrawn ones drop out. Viewers who may not see the people get it for people who are released five at a time, and with figures of two digits.',
  simpleResolvers: true,
})
export class Diagnosis {
  @VisibleTo(judging)
  @Field(() => Verdict, { description: 'Content, knowledge, neither, or not enough data to tell.' })
  verdict!: Verdict;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability of the verdict, in [0,1]: of ten that are said with 0.9 nine are so. With NOT_ENOUGH_DATA that of a content problem; null where nobody answered.',
  })
  probability!: number | null;
  @VisibleTo(judging)
  @Field(() => ProblemKind, {
    nullable: true,
    description: 'What is wrong; null where nothing is, or where the data cannot tell.',
  })
  kind!: ProblemKind | null;
  @VisibleTo(content)
  @Field(() => String, {
    nullable: true,
    description:
      'The option that is likely right besides the stated key or in its place, or with decidedBy SUBJECT_EXPERT may be; null where there is none. For authors and admins.',
  })
  likelyKey!: string | null;
  @VisibleTo(judging)
  @Field(() => Team, {
    nullable: true,
    description:
      'The team that lacks the skill, or that the question is unfair to; null otherwise. Of several that lack it the most likely: summary names all, and problems has one for each.',
  })
  team!: Team | null;
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'The day from which on it fails; null where it is not outdated.',
  })
  since!: Date | null;
  @VisibleTo(judging)
  @Field(() => Deciding, {
    nullable: true,
    description: 'What would decide; null unless the verdict is NOT_ENOUGH_DATA.',
  })
  decidedBy!: Deciding | null;
  @VisibleTo(judging)
  @Field(() => [DiagnosisReason], {
    description: 'What speaks for it; of a module that of its worst part. Empty where nobody answered.',
  })
  reasons!: DiagnosisReason[];
  @VisibleTo(judging)
  @Field(() => String, {
    nullable: true,
    description: 'What to do about it, in one plain sentence; null where nothing is wrong.',
  })
  remedy!: string | null;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many people it is made of.' })
  people!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const DiagnosisResult = createUnionType({
  name: 'DiagnosisResult',
  description: 'A diagnosis of content, or the reason why it is withheld.',
  types: () => [Diagnosis, Withheld] as const,
});
