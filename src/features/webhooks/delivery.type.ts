import {
  ArgsType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { ItemError } from '../../shared/items';
import { LenientString } from '../../shared/scalars';
import { installation, organisation, VisibleTo } from '../access/policy';

export enum DeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}
registerEnumType(DeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'What has become of a message to a webhook.',
  valuesConfig: {
    WAITING: { description: 'It waits for its first attempt or the next.' },
    DELIVERED: { description: 'The receiver took it: it answered with a status from 200 to 299.' },
    FAILED: {
      description: 'It was given up, after its last attempt or because the webhook was switched off.',
    },
  },
});

@ObjectType({
  description:
    'A message to a webhook, and what became of it. What the receiver answered beside its status is not kept.',
  simpleResolvers: true,
})
export class WebhookDelivery {
  @VisibleTo(organisation)
  @Field(() => ID, {
    description:
      'The `webhook-id` of the message, the same at each attempt: the receiver tells by it what it has had before.',
  })
  id!: string;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'The type of the event that it tells of, for example people.changed.' })
  event!: string;
  @VisibleTo(installation)
  @Field(() => String, {
    description: 'The body as it is sent: JSON with type, timestamp and data.',
  })
  body!: string;
  @VisibleTo(organisation)
  @Field(() => DeliveryState, { description: 'What has become of it.' })
  state!: DeliveryState;
  @VisibleTo(organisation)
  @Field(() => Int, { description: 'How many attempts there have been.' })
  attempts!: number;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'When what it tells of was noticed.' })
  createdAt!: Date;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it is attempted next, at the earliest; null once it has ended.',
  })
  nextAt!: Date | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was taken or given up; null while it waits.',
  })
  endedAt!: Date | null;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was attempted last; null before the first attempt.',
  })
  lastAt!: Date | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last answer; null where there was none.',
  })
  lastStatus!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description: 'How long the last attempt took, milliseconds; null before the first.',
  })
  lastMilliseconds!: number | null;
  @VisibleTo(organisation)
  @Field(() => String, {
    nullable: true,
    description: 'What went wrong at the last attempt, in a few words; null where nothing did.',
  })
  lastFault!: string | null;
}

export const WebhookDeliveryConnection = connectionType(() => WebhookDelivery, 'WebhookDelivery');

@InputType({ description: 'Conditions on messages to a webhook.' })
export class WebhookDeliveryFilter {
  @Field(() => DeliveryState, { nullable: true, description: 'Only those of which this has become.' })
  state?: DeliveryState | null;
}

@ArgsType()
export class WebhookDeliveryArguments extends PageArguments {
  @Field(() => WebhookDeliveryFilter, {
    nullable: true,
    description: 'Only messages that meet every condition given.',
  })
  filterBy?: WebhookDeliveryFilter | null;
}

@InputType({ description: 'Names a message to a webhook.' })
export class WebhookDeliveryReferenceInput {
  @Field(() => LenientString, { nullable: true, description: 'Required. WebhookDelivery.id.' })
  id?: unknown;
}

@ObjectType({ description: 'What became of a batch of messages that are to be sent.', simpleResolvers: true })
export class SendPayload {
  @VisibleTo(installation)
  @Field(() => [WebhookDelivery], {
    nullable: 'items',
    description:
      'By position in the input: the message, which is sent in the background, or null where the item failed.',
  })
  deliveries!: (WebhookDelivery | null)[];
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
