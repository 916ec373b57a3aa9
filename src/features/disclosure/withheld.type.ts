import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A figure that is not shown, because it would tell of individuals whom the viewer may not see.',
  simpleResolvers: true,
})
export class Withheld {
  @Field(() => String, { description: 'Why, in one sentence.' })
  reason!: string;
}
