import { CaptureTokens } from '../features/access/capture-token';
import { WebhookSecrets } from '../features/access/webhook-secrets';
import { Background } from '../features/request/background';
import type { Rules } from '../features/request/context';
import { uncounted } from '../features/request/counts';
import { Cursors } from '../shared/cursors';
import { newKey } from '../shared/ids';
import type { Shared } from './graphql/context';

/** What the requests of one command share beside its database. They are given no cursor and no token that lasts. */
export function sharedByCommand(rules: Rules): Omit<Shared, 'database' | 'readModel'> {
  return {
    rules,
    cursors: new Cursors(newKey()),
    captureTokens: new CaptureTokens(newKey()),
    webhookSecrets: new WebhookSecrets(newKey()),
    counts: uncounted,
    background: new Background(() => undefined),
  };
}
