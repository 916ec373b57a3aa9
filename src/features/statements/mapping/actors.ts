import { hash } from 'node:crypto';
import { mailboxOf } from '../../../graph/nouns/folded-forms';
import type { Reference } from '../../../graph/nouns/identity';
import { externalKey, isExternalName, tidyKey } from '../../../shared/ids';
import type { Actor } from '../statement';
import { sourceOf } from './source';

/** By what a person is known whom an actor means. */
export interface ActorNames {
  /** Tells actors apart; holds nobody's address. */
  readonly actor: string;
  /** External ids, the first that is there is meant. */
  readonly references: readonly Reference[];
  /** Digest of their address. */
  readonly mailbox: string | null;
  /** Their address, where the actor says it. */
  readonly email: string | null;
}

/** The source of external ids that are digests of addresses, and of those that are OpenIDs. */
const mailboxes = 'mbox_sha1sum';
const openids = 'openid';

/**
 * The names of an actor among people. An account is what its home page calls somebody, or else what the platform does;
 * an address is that of a person, and a digest of an address as good as the address.
 */
export function namesOfActor(actor: Actor, platform: string): ActorNames | undefined {
  const { mbox, mbox_sha1sum: sum, openid, account } = actor;
  const email = mbox?.replace(/^mailto:/i, '') ?? null;
  if (email !== null) return named({ mailbox: mailboxOf(email), email });
  if (sum !== undefined) return named({ mailbox: sum.toLowerCase() });
  if (openid !== undefined) return named({ references: [[openids, openid]] });
  if (account === undefined) return undefined;
  return named({
    references: [
      [account.homePage, account.name],
      [sourceOf(platform), account.name],
    ],
  });
}

function named(given: {
  readonly mailbox?: string;
  readonly email?: string;
  readonly references?: readonly (readonly [source: string, value: string])[];
}): ActorNames {
  const { mailbox = null, email = null, references = [] } = given;
  const outside = mailbox === null ? references : [[mailboxes, mailbox] as const];
  return {
    actor: hash('sha256', JSON.stringify([mailbox, references]), 'base64url'),
    references: outside.flatMap(([source, value]) => referenceTo('Person', source, value) ?? []),
    mailbox,
    email,
  };
}

/** An external id as it is stored; undefined where it can be none. */
export function referenceTo(
  kind: 'Person' | 'Module' | 'Question',
  source: string,
  value: string,
): Reference | undefined {
  const tidy = [source, value].map(tidyKey);
  const [from = '', id = ''] = tidy;
  return tidy.every(isExternalName) ? externalKey(kind, from, id) : undefined;
}
