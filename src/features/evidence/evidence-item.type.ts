import { Field, ID, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { ExternalId } from '../nouns/external-id.type';

/** What every item of evidence has that its people can read. */
@ObjectType({ description: 'An item of evidence.', simpleResolvers: true })
export abstract class EvidenceItem {
  @VisibleTo(individuals)
  @Field(() => ID, { description: 'An opaque id that never changes; it is not a global id for `node`.' })
  id!: string;
  @VisibleTo(individuals)
  @Field(() => ExternalId, {
    description: 'The source and id under which it was recorded, and by which it can be withdrawn.',
  })
  externalId!: ExternalId;
}
