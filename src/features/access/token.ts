import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { messageOf, UnauthenticatedError } from '../../shared/errors';
import { globalId, keyOfGlobalId } from '../../shared/ids';
import { scopesIn } from './scope';
import { roles, type Role, type Viewer } from './viewer';

/** Whom tokens of this project are from, whatever they are for. */
export const issuer = 'skillwake';
const audience = 'skillwake-api';

/** The key that a secret stands for. */
export function keyOfSecret(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

/**
 * Signs who someone is: HS256, for this API only. With an id it holds only as long as the graph has a token of that id
 * which was not revoked.
 */
export function signToken(
  secret: string,
  { role, personKey, scopes }: Viewer,
  validSeconds: number,
  id?: string,
): Promise<string> {
  const token = new SignJWT({ role, ...(scopes && { scope: scopes.join(' ') }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + validSeconds);
  if (personKey !== undefined) token.setSubject(globalId('Person', personKey));
  if (id !== undefined) token.setJti(id);
  return token.sign(keyOfSecret(secret));
}

/** Proves who asks by the header that they send. */
export type VerifyToken = (authorization: string | undefined) => Promise<ProvenToken>;

export interface ProvenToken {
  readonly viewer: Viewer;
  /** Under which the graph has the token; undefined where whoever holds the secret signed it without one. */
  readonly id: string | undefined;
}

/** What a token proves, and until when: seconds since 1970. */
interface Proven extends ProvenToken {
  readonly expires: number;
}

const mostProven = 1_000;

/** Proves each token once, as long as it holds: checking one is expensive, and most are used again. */
export function provenOnce<Found extends { readonly expires: number }>(
  prove: (token: string) => Promise<Found>,
): (token: string) => Promise<Found> {
  const proven = new LRUCache<string, Found>({ max: mostProven });
  return async (token) => {
    const known = proven.get(token);
    if (known && Math.floor(Date.now() / 1000) < known.expires) return known;
    const found = await prove(token);
    proven.set(token, found);
    return found;
  };
}

/** Finds the viewer that a token proves; throws UnauthenticatedError, saying what to do, where it proves none. */
export function tokenVerifier(secret: string): VerifyToken {
  const proven = provenOnce((token) => prove(secret, token));
  return async (authorization) => {
    const [scheme, token] = authorization?.split(' ') ?? [];
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined) {
      throw new UnauthenticatedError(
        'Send a token as "Authorization: Bearer …": `npm run token -- --role admin` prints one.',
      );
    }
    return proven(token);
  };
}

async function prove(secret: string, token: string): Promise<Proven> {
  try {
    const { payload } = await jwtVerify(token, keyOfSecret(secret), {
      algorithms: ['HS256'],
      issuer,
      audience,
      requiredClaims: ['exp', 'role'],
    });
    const role = roles.find((known) => known === payload['role']);
    if (role === undefined) throw new Error('unknown role');
    const scopes = scopesIn(payload['scope']);
    return {
      viewer: { role, personKey: personOf(role, payload.sub), ...(scopes && { scopes }) },
      id: payload.jti,
      expires: payload.exp ?? 0,
    };
  } catch (error) {
    throw notValid(error);
  }
}

/** The refusal of a token that proves nothing. */
export function notValid(error: unknown): UnauthenticatedError {
  return new UnauthenticatedError(`The token is not valid (${messageOf(error)}): get a new one.`, {
    cause: error,
  });
}

/** The roles person and lead belong to a person; a program may be an author, hr or admin. */
function personOf(role: Role, subject: string | undefined): string | undefined {
  const key = subject === undefined ? undefined : keyOfGlobalId('Person', subject);
  if (subject !== undefined && key === undefined) throw new Error('the subject is not a person');
  if (key === undefined && (role === 'person' || role === 'lead'))
    throw new Error(`a ${role} must name a person`);
  return key;
}
