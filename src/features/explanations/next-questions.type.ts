import { Field, Float, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { QuestionVersion } from '../questions/question-version.type';

@ObjectType({
  description:
    "A question whose answer would make a person's level in a skill more certain, and by how much. Right and wrong answers are weighted by how likely they are; the effect of practice is left out.",
  simpleResolvers: true,
})
export class NextQuestion {
  @VisibleTo(individuals)
  @Field(() => QuestionVersion, { description: 'The question, in its current version.' })
  version!: QuestionVersion;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Probability, in (0,1), that the person would answer it right now.' })
  probability!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      "Expected width of the level's central 90 % interval once the question has been answered, in [0,1]: its upper end minus its lower end.",
  })
  expectedWidth!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'How much narrower that is than the interval is now, in (0,1].',
  })
  narrowing!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether the person has answered a version of this question before: a repeated answer shows less, the less the better the question may be remembered, and that is taken into account.',
  })
  repeated!: boolean;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'A question whose answer would tell whether a person reaches a level, and how much. The effect of practice is left out.',
  simpleResolvers: true,
})
export class SettlingQuestion {
  @VisibleTo(individuals)
  @Field(() => QuestionVersion, { description: 'The question, in its current version.' })
  version!: QuestionVersion;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Probability, in (0,1), that the person would answer it right now.' })
  probability!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'Probability, in [0,1], that the level is reached once it has been answered right.',
  })
  ifRight!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The same once it has been answered wrong.' })
  ifWrong!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How much the answer is expected to tell of whether the level is reached, bits, in (0,1]: 1 would settle what is as likely as not.',
  })
  told!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
