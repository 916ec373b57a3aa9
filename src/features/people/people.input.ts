import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import {
  emailAddress,
  flag,
  instant,
  noun,
  numberIn,
  reference,
  text,
  timeZone,
  webAddress,
} from '../../shared/checks';
import { LenientBoolean, LenientDateTime, LenientFloat, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'Creates a person, or changes the one with this source and id. A field that is left out stays as it is; null clears it.',
})
export class PersonInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Full name, 1 to 200 characters; required for a new person.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'E-mail address without a name beside it, at most 320 characters.',
  })
  email?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Address of a picture, http or https, at most 2,000 characters.',
  })
  photoUrl?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Time zone by its IANA name, for example Europe/Berlin; upper and lower case do not count, and it is kept as IANA spells it.',
  })
  timeZone?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the person leaves or left; null while no end is known.',
  })
  activeUntil?: unknown;
}

export const personCheck = noun('Person', {
  name: text(200).optional(),
  email: emailAddress.nullish(),
  photoUrl: webAddress.nullish(),
  timeZone: timeZone.nullish(),
  activeUntil: instant.nullish(),
});

@InputType({
  description:
    'Creates a team, or changes the one with this source and id. A field that is left out stays as it is; null clears it.',
})
export class TeamInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new team.',
  })
  name?: unknown;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description: 'All people who lead the team: replaces the list; null or an empty list clears it.',
  })
  leads?: unknown[] | null;
  @Field(() => ReferenceInput, {
    nullable: true,
    description:
      'The team that this one is directly within; it may also be saved by any item of the same batch. Its leads, and those of the teams that it is within, see the members of this one from their next request on. Rejected where the team would come to be within itself.',
  })
  broader?: ReferenceInput | null;
}

export const teamCheck = noun('Team', {
  name: text(200).optional(),
  leads: z
    .array(reference('Person'))
    .nullish()
    .transform((given) => (given === null ? [] : given)),
  broader: reference('Team').nullish(),
});

const takesAway =
  'true: remove the membership with this person, team and `from` (without `from`, the one whose beginning is not known); other fields are ignored.';

@InputType({
  description:
    'Makes a person a member of a team for a period. An item with the same person, team and `from` as an existing membership changes that one; give `to` to end it. An item with `to` and without `from` ends the membership that lasts at that moment, whenever it began; only where there is none, and without either, it is one whose beginning is not known.',
})
export class MembershipInput {
  @Field(() => ReferenceInput, { description: 'The person who becomes a member.' })
  person!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The team that they become a member of.' })
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
  @Field(() => LenientBoolean, { nullable: true, description: takesAway })
  remove?: unknown;
}

export const membershipCheck = z.object({
  person: reference('Person'),
  team: reference('Team'),
  from: instant.nullish(),
  to: instant.nullish(),
  remove: flag.nullish(),
});

@InputType({
  description:
    'States what share of their working time a person can give to projects in a period. An item with the same person and `from` as an existing period changes that one; where periods overlap, the one that begins last counts.',
})
export class AvailabilityInput {
  @Field(() => ReferenceInput, { description: 'The person whose time it is.' })
  person!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description: "Share of the person's working time, 0 to 1; 1 where left out.",
  })
  share?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the period begins; left out where it has no beginning.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the period ends; left out or null where it has no end.',
  })
  to?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: remove the period with this person and `from`; other fields are ignored.',
  })
  remove?: unknown;
}

export const availabilityCheck = z.object({
  person: reference('Person'),
  share: numberIn(0, 1).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  remove: flag.nullish(),
});
