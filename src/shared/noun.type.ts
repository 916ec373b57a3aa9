import { Field, GraphQLISODateTime, ID, InputType, InterfaceType, ObjectType } from 'type-graphql';
import { orderInput } from './connection';
import { VisibleToEveryone } from './field-extensions';
import { typeOfGlobalId } from './ids';

@InterfaceType({
  description: 'Anything with a global id, by which `node` and `nodes` find it.',
  resolveType: ({ id }: Node) => typeOfGlobalId(id) ?? '',
})
export abstract class Node {
  @VisibleToEveryone()
  @Field(() => ID, {
    description: 'Global id: opaque, unique over all types, and never given to anything else.',
  })
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
      'When it last changed; saving the same values again is no change. Pass it as ifUnchangedSince to save only if nobody has changed it since.',
  })
  updatedAt?: Date;
  @VisibleToEveryone()
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it was archived, that is, deleted while evidence depended on it or something that never changes referred to it. Lists leave it out unless their filter has `archived`; saving it again brings it back. Null while it is in use.',
  })
  archivedAt?: Date | null;
}

@InputType({ description: 'What an external system calls something.' })
export class ExternalIdInput {
  @Field(() => String, { description: 'The external system, for example "hr" or "lms".' })
  source!: string;
  @Field(() => String, { description: 'What that system calls it: its id there.' })
  value!: string;
}

/** Conditions that lists of every noun take. */
@InputType({ description: 'Conditions on a noun.' })
export abstract class NounFilter {
  @Field(() => [ExternalIdInput], {
    nullable: true,
    description:
      'Only items that external systems call so, in the order of the list; ids that are unknown fit nothing.',
  })
  externalIds?: ExternalIdInput[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Only where the name contains this text; case and accents do not count. For a ranking that forgives typing errors use `search`.',
  })
  nameContains?: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only items saved or changed at this moment or later; useful for a system that keeps a copy.',
  })
  updatedSince?: Date | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only archived items; false or left out: only items in use.',
  })
  archived?: boolean | null;
}

/** The orders of a noun with a name. */
export function nounOrder(name: string): ReturnType<typeof orderInput> {
  return orderInput(name, {
    NAME: 'By name; case and accents do not count.',
    CREATED_AT: 'By the moment at which it was first saved.',
    UPDATED_AT: 'By the moment of its last change.',
  });
}
