import { createHmac } from 'node:crypto';

/** A message as its receiver is to prove it. */
export interface SignedMessage {
  readonly id: string;
  /** When it is sent, seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** What the header `webhook-signature` says: a signature by each of these secrets (Standard Webhooks 1.0.0, symmetric). */
export function signaturesOf(message: SignedMessage, secrets: readonly string[]): string {
  const { id, timestamp, body } = message;
  return secrets
    .map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .map((key) =>
      createHmac('sha256', key)
        .update(`${id}.${String(timestamp)}.${body}`)
        .digest('base64'),
    )
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
