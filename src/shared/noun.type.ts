import { Field, GraphQLISODateTime, ID, InputType, InterfaceType, ObjectType } from 'type-graphql';
import { orderInput } from './connection';
import { VisibleToEveryone } from './field-extensions';
import { typeOfGlobalId } from './ids';

@InterfaceType({
  description: 'Whatever has a global id: `node` and `nodes` look it up.',
  resolveType: ({ id }: Node) => typeOfGlobalId(id) ?? '',
})
export abstract class Node {
  @VisibleToEveryone()
  @Field(() => ID, { description: 'Global id: opaque, never given to anything else.' })
  id!: string;
}

/**
 * What every noun of the catalogue has. An object may lack what only its own look-up reads (undefined): app/graphql/schema
 * then looks it up by `key`.
 */
@ObjectType({ description: 'A noun of the catalogue.', simpleResolvers: true })
export abstract class Noun extends Node {
  /** Internal id. */
  key!: string;
  @VisibleToEveryone()
  @Field(() => GraphQLISODateTime, { description: 'When it was first saved.' })
  createdAt?: Date;
  @VisibleToEveryone()
  @Field(() => GraphQLISODateTime, {
    description:
      'When it last changed; saving the same again changes nothing. Give it back as ifUnchangedSince.',
  })
  updatedAt?: Date;
  @VisibleToEveryone()
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it was archived: deleted while evidence hung on it, or while something that never changes named it. Lists leave it out unless asked; saving it again brings it back. Null while in use.',
  })
  archivedAt?: Date | null;
}

/** Conditions that lists of every noun take. */
@InputType({ description: 'Conditions on a noun.' })
export abstract class NounFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, anywhere in it; case and accents do not count. `search` ranks and forgives typing errors.',
  })
  nameContains?: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only what was saved or changed at this moment or later: what a system that keeps a copy asks for.',
  })
  updatedSince?: Date | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what is archived; false, or left out: only what is in use.',
  })
  archived?: boolean | null;
}

/** The orders of a noun with a name. */
export function nounOrder(name: string): ReturnType<typeof orderInput> {
  return orderInput(name, {
    NAME: 'By name; case and accents do not count.',
    CREATED_AT: 'By when it was first saved.',
    UPDATED_AT: 'By when it last changed.',
  });
}
