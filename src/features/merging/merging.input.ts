import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { reference } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { organisation, VisibleTo } from '../access/policy';
import { ReferenceInput } from '../nouns/reference.input';
import { Person } from '../people/person.type';

@InputType({
  description:
    'Says that two records are one person, for example one of the learning platform and one of HR. It cannot be taken back.',
})
export class PersonMergeInput {
  @Field(() => ReferenceInput, {
    description:
      'The record that stays. What it says stands; what it lacks, such as an e-mail address, it takes from the other. When the person leaves it says alone.',
  })
  keep!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The record that goes. Its outside ids, its global id and everything that hangs on it become those of the record that stays.',
  })
  merge!: ReferenceInput;
}

export const personMergeCheck = z.object({ keep: reference('Person'), merge: reference('Person') });

@ObjectType({ description: 'What became of a batch of merged people.', simpleResolvers: true })
export class MergePeoplePayload {
  @VisibleTo(organisation)
  @Field(() => [Person], {
    nullable: 'items',
    description:
      'By position in the input: the person as they are after the whole batch, or null where the item failed.',
  })
  people!: (Person | null)[];
  @VisibleTo(organisation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
