import { Field, InputType } from 'type-graphql';
import { LenientDateTime, LenientString } from '../../shared/scalars';

@InputType({
  description:
    'Refers to something that exists, or that an earlier item of the same batch saves: give its source and id in an external system, or globalId alone.',
})
export class ReferenceInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'The external system, for example "hr" or "lms".',
  })
  source?: unknown;
  @Field(() => LenientString, { nullable: true, description: 'The id in that system.' })
  id?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'The global id, as this API returns it in every `id` field.',
  })
  globalId?: unknown;
}

/** What every item recorded by external id has. */
@InputType({ description: 'The external identity of what is recorded.' })
export abstract class ExternalIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. The external system that names the item, for example "hr"; 1 to 200 characters.',
  })
  source?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count.',
  })
  id?: unknown;
}

/** What every noun saved has: what names it, and when it was last seen unchanged. */
@InputType({ description: 'A noun to save.' })
export abstract class NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required unless globalId is given. The external system that names the item, for example "hr"; 1 to 200 characters.',
  })
  source?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required together with source. The id of the item in that system; source and id together name one item for ever. 1 to 200 characters; blanks and invisible signs at the ends of either do not count.',
  })
  id?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'In place of source and id: the global id of what is there and is to be changed; NOT_FOUND where nothing has it.',
  })
  globalId?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Save only if nobody has changed it after this moment (its updatedAt as you read it); otherwise the item fails with STALE. Left out or null: save in any case.',
  })
  ifUnchangedSince?: unknown;
}
