import { Field, Int, ObjectType } from 'type-graphql';
import { ItemError } from '../../shared/items';

@ObjectType({ description: 'What became of a batch of relationships.', simpleResolvers: true })
export class SaveRelationshipsPayload {
  @Field(() => Int, { description: 'How many items were done, those that changed nothing included.' })
  done!: number;
  @Field(() => Int, {
    description:
      'How many relationships are otherwise than before: new, gone or with other values. Items that name the same one count once.',
  })
  changed!: number;
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
