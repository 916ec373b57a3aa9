import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ItemError } from '../../shared/items';
import { everyone, VisibleTo } from '../access/policy';

export enum EvidenceStatus {
  RECORDED = 'RECORDED',
  DUPLICATE = 'DUPLICATE',
}
registerEnumType(EvidenceStatus, {
  name: 'EvidenceStatus',
  description: 'Whether an accepted item of evidence was new.',
  valuesConfig: {
    RECORDED: { description: 'It is new, and is now stored durably.' },
    DUPLICATE: { description: 'It had been recorded before with the same content; nothing changed.' },
  },
});

@ObjectType({ description: 'An accepted item of evidence.', simpleResolvers: true })
export class RecordedEvidence {
  @VisibleTo(everyone)
  @Field(() => Int, { description: "The item's position in the input list, from 0." })
  index!: number;
  @VisibleTo(everyone)
  @Field(() => EvidenceStatus, { description: 'Whether it was new.' })
  status!: EvidenceStatus;
}

@ObjectType({
  description: 'The result of a batch of evidence. Every position of the input is in results or in errors.',
  simpleResolvers: true,
})
export class RecordEvidencePayload {
  @VisibleTo(everyone)
  @Field(() => Int, {
    description: 'How many items were new. They, and the mastery they moved, are stored durably.',
  })
  recorded!: number;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'How many items had been recorded before with the same content.' })
  duplicates!: number;
  @VisibleTo(everyone)
  @Field(() => [RecordedEvidence], { description: 'The accepted items, by position.' })
  results!: RecordedEvidence[];
  @VisibleTo(everyone)
  @Field(() => [ItemError], { description: 'The rejected items, by position.' })
  errors!: ItemError[];
}
