import { Field, InputType } from 'type-graphql';
import { LenientDateTime, LenientString } from '../../shared/scalars';

@InputType({
  description:
    'Points at something that exists, or is saved earlier in the same batch: give source and id as an outside system knows it, or globalId alone.',
})
export class ReferenceInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'The outside system, for example "hr" or "lms".',
  })
  source?: unknown;
  @Field(() => LenientString, { nullable: true, description: 'The id within that system.' })
  id?: unknown;
  @Field(() => LenientString, { nullable: true, description: 'The id as this API returns it.' })
  globalId?: unknown;
}

/** What every item saved by outside id has. */
@InputType({ description: 'The outside identity of what is saved.' })
export abstract class OutsideIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. The outside system that names the item, for example "hr"; 1 to 200 characters.',
  })
  source?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. The id within that system; source and id together name one item for ever. 1 to 200 characters.',
  })
  id?: unknown;
}

/** What every noun saved has besides. */
@InputType({ description: 'A noun to save.' })
export abstract class NounInput extends OutsideIdentityInput {
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Save only if nobody changed it after this moment (its updatedAt as you read it), else the item is STALE; left out or null: save whatever happened.',
  })
  ifUnchangedSince?: unknown;
}
