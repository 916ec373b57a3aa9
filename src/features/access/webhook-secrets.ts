import { hkdfSync } from 'node:crypto';

/** Derives the secrets that webhooks are signed with from that of the installation: none of them is kept anywhere. */
export class WebhookSecrets {
  constructor(private readonly secret: string) {}

  /** The secret of a webhook, by its id, as Standard Webhooks writes secrets down; each generation has another. */
  of(webhook: string, generation: number): string {
    const key = hkdfSync('sha256', this.secret, webhook, `skillwake webhook ${String(generation)}`, 32);
    return `whsec_${Buffer.from(key).toString('base64')}`;
  }
}
