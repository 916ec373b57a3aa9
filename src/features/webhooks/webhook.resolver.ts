import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { OrderDirection, type Connection } from '../../shared/connection';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { installation, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { deliveryList } from './delivery.list';
import {
  SendPayload,
  WebhookDelivery,
  WebhookDeliveryArguments,
  WebhookDeliveryConnection,
  WebhookDeliveryReferenceInput,
} from './delivery.type';
import { WebhookInput, WebhookReferenceInput } from './webhook.input';
import { resendDeliveries, rotateSecrets, saveWebhooks, sendTestEvents, webhookOf } from './webhook.service';
import { allWebhooks } from './webhook.store';
import { SaveWebhooksPayload, Webhook } from './webhook.type';

@Resolver(() => Webhook)
export class WebhookResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @HoldsAtMost(20)
  @Query(() => [Webhook], {
    description: 'All webhooks, 20 at most, by name. Their secrets are kept nowhere and shown nowhere.',
  })
  async webhooks(@Ctx() { database }: RequestContext): Promise<Webhook[]> {
    return (await allWebhooks(database)).map(webhookOf);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => WebhookDeliveryConnection, {
    description:
      'The log: messages to this webhook, the latest first, kept for SKILLWAKE_WEBHOOK_LOG_DAYS after they ended.',
  })
  deliveries(
    @Root() { id }: Webhook,
    @Args(() => WebhookDeliveryArguments) given: WebhookDeliveryArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<WebhookDelivery>> {
    const latestFirst = { field: 'CREATED_AT', direction: OrderDirection.DESC };
    return deliveryList.pageUnder(context, id, { ...given, orderBy: latestFirst });
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SaveWebhooksPayload, {
    description:
      'Saves, changes or removes webhooks by name, 20 in all. The secret of a new one is shown here once. Safe to send again: nothing changes then, and no secret is shown.',
  })
  saveWebhooks(
    @Arg('items', () => [WebhookInput], { description: 'Up to 1,000 items.' }) items: WebhookInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveWebhooksPayload> {
    return saveWebhooks(context, items);
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SaveWebhooksPayload, {
    description:
      'Gives webhooks another secret each, shown here once. For 24 hours messages are signed with the one before, too, so that receivers can take over the new one meanwhile; after that, or when it is rotated twice, the former holds no more. Sent again it rotates again.',
  })
  rotateWebhookSecrets(
    @Arg('items', () => [WebhookReferenceInput], { description: 'Up to 1,000 webhooks.' })
    items: WebhookReferenceInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveWebhooksPayload> {
    return rotateSecrets(context, items);
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SendPayload, {
    description:
      'Sends each of these webhooks a message of type webhook.test, switched off or not. It is sent in the background: read in `Webhook.deliveries` what became of it. Sent again it sends another.',
  })
  sendTestEvents(
    @Arg('items', () => [WebhookReferenceInput], { description: 'Up to 1,000 webhooks.' })
    items: WebhookReferenceInput[],
    @Ctx() context: RequestContext,
  ): Promise<SendPayload> {
    return sendTestEvents(context, items);
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SendPayload, {
    description:
      'Sends messages again from the log, whatever became of them, with the same id and body, and another signature; attempts go on counting, and are made as for a new one.',
  })
  resendDeliveries(
    @Arg('items', () => [WebhookDeliveryReferenceInput], { description: 'Up to 1,000 messages.' })
    items: WebhookDeliveryReferenceInput[],
    @Ctx() context: RequestContext,
  ): Promise<SendPayload> {
    return resendDeliveries(context, items);
  }
}
