import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../graph/driver/database';
import { InstallationError, UnauthenticatedError } from '../../shared/errors';
import { addPlatform, platformByKey, type PlatformRow } from './platform.store';
import type { Actor } from './statement';

/** Who sends statements: each reads only what it has sent. */
export interface Sender {
  readonly name: string;
  /** Who vouches for what it sends. */
  readonly authority: Actor;
}

/** Where the accounts of platforms are at home that say nothing else: an address that leads nowhere (RFC 2606). */
export const defaultHomePage = 'https://skillwake.invalid/platforms';

export function senderOf({ name, homePage }: Pick<PlatformRow, 'name' | 'homePage'>): Sender {
  return { name, authority: { objectType: 'Agent', name, account: { homePage, name } } };
}

/** What a platform identifies itself by; the secret is in nobody else's hands, so this is all there is of it. */
export interface Credentials {
  readonly key: string;
  readonly secret: string;
}

/** Lets a platform send statements; throws InstallationError where there is one of this name. */
export async function openToPlatform(
  database: Database,
  name: string,
  homePage: string,
): Promise<Credentials> {
  const key = randomBytes(16).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const row = { name, key, secretHash: digestOf(secret), homePage, createdAt: Date.now() };
  if (await database.transaction((tx) => addPlatform(tx, row))) return { key, secret };
  throw new InstallationError(
    `There is a platform ${name} already: choose another name, or remove it first to give it new credentials.`,
  );
}

/** A secret has 256 random bits: nothing slower than this keeps it better. */
function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}

const refused =
  'The credentials are not those of a platform: use the key and secret that `npm run platform -- add` printed.';

/** How long what was read of a platform holds, milliseconds: so long after its removal it may still be let in. */
const fresh = 1_000;

/** Lets platforms in by their credentials; each is looked up once a second at most. */
export class PlatformCheck {
  private readonly known = new LRUCache<string, PlatformRow>({ max: 1_000, ttl: fresh });

  constructor(private readonly database: Database) {}

  /** Throws UnauthenticatedError where the header is no platform's. */
  async senderBy(authorization: string | undefined): Promise<Sender> {
    const { key, secret } = credentialsIn(authorization);
    const platform = this.known.get(key) ?? (await platformByKey(this.database, key));
    if (!platform || !isSame(digestOf(secret), platform.secretHash)) throw new UnauthenticatedError(refused);
    this.known.set(key, platform, { noUpdateTTL: true });
    return senderOf(platform);
  }
}

/** HTTP Basic (RFC 7617). */
function credentialsIn(authorization: string | undefined): Credentials {
  const [, encoded] = /^Basic +([\w+/=-]+) *$/iu.exec(authorization ?? '') ?? [];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0)
    throw new UnauthenticatedError(
      'Send the credentials of a platform with the header "Authorization: Basic": `npm run platform -- add` makes them.',
    );
  return { key: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
