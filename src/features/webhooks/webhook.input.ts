import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { externalName, flag, oneOf, text } from '../../shared/checks';
import { LenientBoolean, LenientString } from '../../shared/scalars';
import { chosenEvents } from './events';
import { eventsInWords } from './webhook.type';

@InputType({
  description:
    'Saves a webhook, or changes the one with this name. A field that is left out or null stays as it is.',
})
export class WebhookInput {
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. What it is called, 1 to 200 characters; blanks and invisible signs at the ends do not count.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required for a new one. Where messages are sent to, up to 2,000 characters: https://, without a name or password, and not into a network of its own, unless SKILLWAKE_WEBHOOK_HOSTS names the host.',
  })
  url?: unknown;
  @Field(() => [LenientString], {
    nullable: true,
    description: `Required for a new one. What it is to be told of, one or more: ${eventsInWords(chosenEvents)}.`,
  })
  events?: unknown[] | null;
  @Field(() => LenientBoolean, {
    nullable: true,
    description:
      'false: it is told of nothing, and messages that wait are given up; true, as for a new one where left out: it is, whatever it was switched off for.',
  })
  active?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description:
      'true: remove the webhook with this name, with the log of its messages; other fields are ignored.',
  })
  remove?: unknown;
}

@InputType({ description: 'Names a webhook.' })
export class WebhookReferenceInput {
  @Field(() => LenientString, { nullable: true, description: 'Required. Webhook.name.' })
  name?: unknown;
}

const events = Object.keys(chosenEvents);

export const webhookCheck = z.object({
  name: externalName,
  url: text(2_000).nullish(),
  events: z
    .array(oneOf(events))
    .min(1, { error: 'must name one at least' })
    .max(20, { error: 'must not name more than 20' })
    .transform((given) => events.filter((event) => given.includes(event)))
    .nullish(),
  active: flag.nullish(),
  remove: flag.nullish(),
});
export type CheckedWebhook = z.output<typeof webhookCheck>;

export const webhookReferenceCheck = z.object({ name: externalName });
export const deliveryReferenceCheck = z.object({ id: text(200) });
