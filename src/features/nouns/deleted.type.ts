import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ItemError } from '../../shared/items';
import { catalogue, VisibleTo } from '../access/policy';

export enum DeleteStatus {
  DELETED = 'DELETED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(DeleteStatus, {
  name: 'DeleteStatus',
  description: 'Whether an item is gone or archived.',
  valuesConfig: {
    DELETED: {
      description:
        'It is gone, with its parts and all its relationships; its external ids can be used again.',
    },
    ARCHIVED: {
      description:
        'It was in use and is archived: evidence depends on it, or something that never changes refers to it. Lists leave it out; saving it again brings it back.',
    },
  },
});

@ObjectType({ description: 'One item of a batch that was deleted or archived.', simpleResolvers: true })
export class DeletedItem {
  @VisibleTo(catalogue)
  @Field(() => Int, { description: "The item's position in the input list, from 0." })
  index!: number;
  @VisibleTo(catalogue)
  @Field(() => DeleteStatus, { description: 'Whether it is gone or archived.' })
  status!: DeleteStatus;
}

@ObjectType({
  description: 'The result of a batch of deletions: every position of the input is in results or in errors.',
  simpleResolvers: true,
})
export class DeletePayload {
  @VisibleTo(catalogue)
  @Field(() => [DeletedItem], { description: 'The items that were deleted or archived, by position.' })
  results!: DeletedItem[];
  @VisibleTo(catalogue)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
