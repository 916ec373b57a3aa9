import { Field, Float, ObjectType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';
import { QuestionVersion } from '../questions/question-version.type';
import { Skill } from '../skills/skill.type';

@ObjectType({
  description:
    "The difficulty of a question version, or of a skill's reference question, in the calibration in force.",
  simpleResolvers: true,
})
export class StatedDifficulty {
  @VisibleTo(installation)
  @Field(() => QuestionVersion, {
    nullable: true,
    description: 'The version that is this hard; null where it is the reference question of a skill.',
  })
  version!: QuestionVersion | null;
  @VisibleTo(installation)
  @Field(() => Skill, {
    nullable: true,
    description: 'The skill whose reference question is this hard; null where it is a question version.',
  })
  skill!: Skill | null;
  @VisibleTo(installation)
  @Field(() => Float, {
    description:
      'Difficulty in logits, -10 to 10: a person whose ability equals it answers right half the time. Higher is harder.',
  })
  difficulty!: number;
}
