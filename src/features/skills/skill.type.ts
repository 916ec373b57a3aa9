import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';

@ObjectType({
  description:
    'A capability that people have, questions assess and projects require, in a taxonomy of broader and narrower skills.',
  simpleResolvers: true,
})
export class Skill {
  /** Internal id. */
  key!: string;
  sortName!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'Name of the skill, as the organisation or its taxonomy writes it.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the skill comprises; null where nobody wrote it down.',
  })
  description!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Where a public taxonomy such as ESCO or O*NET defines the skill; null for one of one's own.",
  })
  uri!: string | null;
}

export const SkillConnection = connectionType(() => Skill, 'Skill');
