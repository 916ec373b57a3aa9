import { Field, Int, ObjectType } from 'type-graphql';
import { ItemError } from '../../shared/items';
import { relationships, VisibleTo } from '../access/policy';

@ObjectType({ description: 'What became of a batch of relationships.', simpleResolvers: true })
export class SaveRelationshipsPayload {
  @VisibleTo(relationships)
  @Field(() => Int, { description: 'How many items were done, those that changed nothing included.' })
  done!: number;
  @VisibleTo(relationships)
  @Field(() => Int, {
    description:
      'How many relationships are otherwise than before: new, gone or with other values. Items that name the same one count once.',
  })
  changed!: number;
  @VisibleTo(relationships)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
