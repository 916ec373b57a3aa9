import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { identified, instant, reference, text } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { LenientDateTime, LenientString } from '../../shared/scalars';
import { OutsideIdentityInput, ReferenceInput } from '../access/reference.input';
import { Person } from './person.type';
import { Team } from './team.type';

@InputType({
  description:
    'Creates a person or changes the one with this source and id. A field left out stays, null clears.',
})
export class PersonInput extends OutsideIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Full name, 1 to 200 characters; required for a new person.',
  })
  name?: unknown;
  @Field(() => LenientString, { nullable: true, description: 'E-mail address, at most 320 characters.' })
  email?: unknown;
  @Field(() => LenientDateTime, { nullable: true, description: 'When the person leaves.' })
  activeUntil?: unknown;
}

export const personCheck = identified('Person', {
  name: text(200).optional(),
  email: text(320).nullish(),
  activeUntil: instant.nullish(),
});

@InputType({
  description: 'Creates a team or changes the one with this source and id. A field left out stays.',
})
export class TeamInput extends OutsideIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new team.',
  })
  name?: unknown;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description: 'Everybody who leads the team: replaces the list.',
  })
  leads?: unknown[];
}

export const teamCheck = identified('Team', {
  name: text(200).optional(),
  leads: z.array(reference('Person')).optional(),
});

@InputType({
  description:
    'Puts a person into a team for a time. The same person, team and from change the stretch that is there; give `to` to end it.',
})
export class MembershipInput {
  @Field(() => ReferenceInput, { description: 'The person.' })
  person!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The team.' })
  team!: ReferenceInput;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When membership begins; left out where not known.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When membership ends; left out or null while it lasts.',
  })
  to?: unknown;
}

export const membershipCheck = z.object({
  person: reference('Person'),
  team: reference('Team'),
  from: instant.nullish(),
  to: instant.nullish(),
});

@ObjectType({ description: 'What became of a batch of people.', simpleResolvers: true })
export class SavePeoplePayload {
  @Field(() => [Person], {
    nullable: 'items',
    description: 'By position in the input: the person as saved, or null where the item failed.',
  })
  people!: (Person | null)[];
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

@ObjectType({ description: 'What became of a batch of teams.', simpleResolvers: true })
export class SaveTeamsPayload {
  @Field(() => [Team], {
    nullable: 'items',
    description: 'By position in the input: the team as saved, or null where the item failed.',
  })
  teams!: (Team | null)[];
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
