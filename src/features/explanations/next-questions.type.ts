import { Field, Float, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { QuestionVersion } from '../questions/question-version.type';

@ObjectType({
  description:
    'A question that would narrow what is known of a person in a skill, and by how much. Both answers are looked at, each by how likely it is; what practice would change is left out.',
  simpleResolvers: true,
})
export class NextQuestion {
  @VisibleTo(individuals)
  @Field(() => QuestionVersion, { description: 'The question, in its current version.' })
  version!: QuestionVersion;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Probability, in (0,1), that the person answers it right now.' })
  probability!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How wide the central 90 % interval of the level is expected to be once the answer is in, in [0,1]: its high less its low.',
  })
  expectedWidth!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'By how much that is less than the width of the interval now, in (0,1].',
  })
  narrowing!: number;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether the person has answered a version of it before: an answer to a repetition tells less, which is counted.',
  })
  repeated!: boolean;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}
