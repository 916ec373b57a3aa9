import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { ItemError } from '../../shared/items';
import { installation, organisation, VisibleTo } from '../access/policy';
import { chosenEvents, otherEvents } from './events';

/** The events as a description tells them. */
export function eventsInWords(events: Readonly<Record<string, string>>): string {
  return Object.entries(events)
    .map(([name, what]) => `${name} (${what})`)
    .join(', ');
}

@ObjectType({
  description:
    'An address that this installation tells of events, by Standard Webhooks: signed, tried again for about a day, and with a log of what became of each message. Messages hold ids and what kind of thing happened to them, no names, levels or figures: whoever receives one asks for these, and is known by that.',
  simpleResolvers: true,
})
export class Webhook {
  @VisibleTo(organisation)
  @Field(() => ID, { description: 'An opaque id that stays the same; it is not a global id for `node`.' })
  id!: string;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'What it is called: no two are called the same.' })
  name!: string;
  @VisibleTo(installation)
  @Field(() => String, { description: 'Where messages are sent to. For admins: it may be a secret itself.' })
  url!: string;
  @VisibleTo(organisation)
  @Field(() => [String], {
    description: `What it is told of: ${eventsInWords(chosenEvents)}. Besides, every webhook is told of ${eventsInWords(otherEvents)}.`,
  })
  events!: readonly string[];
  @VisibleTo(organisation)
  @Field(() => Boolean, {
    description:
      'Whether it is told of events. One that was switched off and on again is told then what changed meanwhile, or that changes were missed.',
  })
  active!: boolean;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when its receiver has taken nothing; null where the last attempt was well.',
  })
  failingSince!: Date | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it was switched off by itself: its receiver answered 410 Gone, or took nothing for SKILLWAKE_WEBHOOK_FAILING_DAYS. Null where it was not, or was switched on since.',
  })
  disabledAt!: Date | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was switched off by itself, as a sentence; null where it was not.',
  })
  disabledBecause!: string | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Until when messages are signed with the secret before the present one, too; null where they are not.',
  })
  formerSecretUntil!: Date | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'When it was saved first.' })
  createdAt!: Date;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'What became of a batch of webhooks.', simpleResolvers: true })
export class SaveWebhooksPayload {
  @VisibleTo(installation)
  @Field(() => [Webhook], {
    nullable: 'items',
    description:
      'By position in the input: the webhook as it is after the whole batch; null where the item failed, and where there is none any more.',
  })
  webhooks!: (Webhook | null)[];
  @VisibleTo(installation)
  @Field(() => [String], {
    nullable: 'items',
    description:
      'By position in the input: the secret of a new webhook, or the new one where it was to be rotated, for its receiver to prove messages by: `whsec_` and base64 of 32 bytes. It is shown only this once; null for every other item.',
  })
  secrets!: (string | null)[];
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
