import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { ItemError } from '../../shared/items';
import { capitalized, wordsOf } from '../../shared/words';
import { relationships, VisibleTo } from '../access/policy';
import type { Role } from '../access/viewer';

@ObjectType({ description: 'The result of a batch of relationships.', simpleResolvers: true })
export class SaveRelationshipsPayload {
  @VisibleTo(relationships)
  @Field(() => Int, { description: 'How many items were accepted, including those that changed nothing.' })
  done!: number;
  @VisibleTo(relationships)
  @Field(() => Int, {
    description:
      'How many relationships differ from before: new, gone or with other values. Several items for the same relationship count once.',
  })
  changed!: number;
  @VisibleTo(relationships)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

/** The nouns under the name of many of them, null where an item failed, and `errors`. */
export type SavePayload = Record<string, unknown>;

/** What a batch of nouns came to, for those who may save them; `result` says what each shows. */
export function savePayload(
  type: ClassType,
  { one, many, savedBy }: { readonly one: string; readonly many: string; readonly savedBy: readonly Role[] },
  result = 'as saved',
): ClassType<SavePayload> {
  @ObjectType(`Save${capitalized(many)}Payload`, {
    description: `What became of a batch of ${wordsOf(many)}.`,
    simpleResolvers: true,
  })
  class Payload {
    [noun: string]: unknown;
    @VisibleTo(savedBy)
    @Field(() => [type], {
      name: many,
      nullable: 'items',
      description: `By position in the input: the ${wordsOf(one)} ${result}, or null where the item failed.`,
    })
    nouns!: unknown[];
    @VisibleTo(savedBy)
    @Field(() => [ItemError], { description: 'The items that failed, by position.' })
    errors!: readonly ItemError[];
  }
  return Payload;
}
