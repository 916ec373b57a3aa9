import { graphql } from '../generated/gql';

export const SAVE_WEBHOOKS = graphql(`
  mutation KitSaveWebhooks($items: [WebhookInput!]!) {
    saveWebhooks(items: $items) {
      webhooks {
        id
        name
        url
        events
        active
        disabledAt
        disabledBecause
        createdAt
        updatedAt
      }
      secrets
      errors {
        index
        code
        message
        fields
      }
    }
  }
`);

export const ROTATE_WEBHOOK_SECRETS = graphql(`
  mutation KitRotateWebhookSecrets($items: [WebhookReferenceInput!]!) {
    rotateWebhookSecrets(items: $items) {
      webhooks {
        name
        formerSecretUntil
      }
      secrets
      errors {
        index
        code
      }
    }
  }
`);

export const SEND_TEST_EVENTS = graphql(`
  mutation KitSendTestEvents($items: [WebhookReferenceInput!]!) {
    sendTestEvents(items: $items) {
      deliveries {
        id
        event
        state
        body
      }
      errors {
        index
        code
      }
    }
  }
`);

export const RESEND_DELIVERIES = graphql(`
  mutation KitResendDeliveries($items: [WebhookDeliveryReferenceInput!]!) {
    resendDeliveries(items: $items) {
      deliveries {
        id
        state
      }
      errors {
        index
        code
      }
    }
  }
`);

export const WEBHOOKS = graphql(`
  query KitWebhooks($state: WebhookDeliveryState, $first: Int! = 50) {
    webhooks {
      name
      active
      failingSince
      disabledBecause
      deliveries(first: $first, filterBy: { state: $state }) {
        totalCount
        nodes {
          id
          event
          state
          attempts
          nextAt
          endedAt
          lastStatus
          lastMilliseconds
          lastFault
        }
      }
    }
  }
`);
