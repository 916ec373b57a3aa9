import { Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { fates, type Fate } from '../../graph/nouns/relation';
import { Costs } from '../../shared/field-extensions';
import { ItemError } from '../../shared/items';
import { capitalized, wordsOf } from '../../shared/words';
import { relationships, VisibleTo } from '../access/policy';
import type { Role } from '../access/viewer';

registerEnumType(fates, {
  name: 'RelationshipFate',
  description: 'What became of a relationship that an item of a batch names.',
  valuesConfig: {
    CREATED: { description: 'It is new.' },
    CHANGED: { description: 'It was there with other values.' },
    REMOVED: { description: 'It was there, and is no more.' },
    UNCHANGED: { description: 'It was as the item says, or the item takes away what was not there.' },
  },
});

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
  @Field(() => [fates], {
    nullable: 'items',
    description:
      'By position in the input: what became of the relationship that the item names; null where the item failed. Several items for the same relationship say the same of it.',
  })
  fates!: (Fate | null)[];
  @VisibleTo(relationships)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

/** What a batch of relationships came to, and by position what names the relationship of each good item, and what became of it. */
export interface SavedRelationships<Named> extends Omit<SaveRelationshipsPayload, 'fates'> {
  readonly fates: ReadonlyMap<number, Fate>;
  readonly named: ReadonlyMap<number, Named>;
}

/** The result of a batch of relationships of one type, read as they are now where a client asks for them. */
interface RelationshipsPayload<Value> extends SaveRelationshipsPayload {
  readonly read: () => Promise<(Value | null)[]>;
}

interface RelationshipsWords {
  readonly one: string;
  /** What they are called in the payload. */
  readonly many: string;
  readonly savedBy: readonly Role[];
  /** Name of the payload, where its mutation does not begin with "save". */
  readonly name?: string;
}

/** What a batch of relationships came to, with the relationships, for those who may save them. */
export function relationshipsPayload<Value extends object>(
  type: ClassType<Value>,
  { one, many, savedBy, name = `Save${capitalized(many)}Payload` }: RelationshipsWords,
): ClassType<RelationshipsPayload<Value>> {
  @ObjectType(name, {
    description: `What became of a batch of ${wordsOf(many)}.`,
    simpleResolvers: true,
  })
  class Payload extends SaveRelationshipsPayload implements RelationshipsPayload<Value> {
    read!: () => Promise<(Value | null)[]>;
    @VisibleTo(savedBy)
    @Costs(1)
    @Field(() => [type], {
      name: many,
      simple: false,
      nullable: 'items',
      description: `By position in the input: the ${one} as it is after the whole batch; null where the item failed, and where there is none any more.`,
    })
    now(): Promise<(Value | null)[]> {
      return this.read();
    }
  }
  return Payload;
}

/** The payload of a batch of so many items; `read` gives what is there of what good items name, in their order. */
export function payloadOf<Named, Value>(
  { named, fates: found, ...saved }: SavedRelationships<Named>,
  length: number,
  read: (named: readonly Named[]) => Promise<(Value | null)[]>,
): RelationshipsPayload<Value> {
  return {
    ...saved,
    fates: byPosition(found, length),
    read: async () => {
      const values = await read([...named.values()]);
      const byIndex = new Map([...named.keys()].map((index, place) => [index, values[place] ?? null]));
      return byPosition(byIndex, length);
    },
  };
}

/** As lists by position in the input are answered: null where nothing is known of an item. */
export function byPosition<Value>(found: ReadonlyMap<number, Value>, length: number): (Value | null)[] {
  return Array.from({ length }, (_, index) => found.get(index) ?? null);
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
