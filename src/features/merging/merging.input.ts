import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { reference } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { organisation, VisibleTo } from '../access/policy';
import { ReferenceInput } from '../nouns/reference.input';
import { Person } from '../people/person.type';

@InputType({
  description:
    'States that two records are of one person, for example one from the learning platform and one from HR. It cannot be undone.',
})
export class PersonMergeInput {
  @Field(() => ReferenceInput, {
    description:
      'The record that is kept. Its values stay; those that it lacks, such as an e-mail address, are taken from the other record, except activeUntil.',
  })
  keep!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The record that is merged into the other. Its external ids, its global id and everything that depends on it move to the record that is kept.',
  })
  merge!: ReferenceInput;
}

export const personMergeCheck = z.object({ keep: reference('Person'), merge: reference('Person') });

@ObjectType({ description: 'The result of a batch of merged people.', simpleResolvers: true })
export class MergePeoplePayload {
  @VisibleTo(organisation)
  @Field(() => [Person], {
    nullable: 'items',
    description: 'By position in the input: the person after the whole batch, or null where the item failed.',
  })
  people!: (Person | null)[];
  @VisibleTo(organisation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
