import { jwtVerify, SignJWT } from 'jose';
import { UnauthenticatedError } from '../../shared/errors';
import { globalId, keyOfGlobalId } from '../../shared/ids';
import { issuer, keyOfSecret, notValid, provenOnce } from './token';

/** No other token of this project is for it, so neither passes for the other. */
const audience = 'skillwake-capture';
/** Longer than any that was issued. */
const longestToken = 4_000;

/** What a capture token is for: one person's passage through one revision of a module. */
export interface CaptureGrant {
  /** Internal id. */
  readonly personKey: string;
  /** Internal id. */
  readonly moduleKey: string;
  /** Number of the revision that is current while the token is. */
  readonly revision: number;
}

interface ProvenGrant extends CaptureGrant {
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Issues and proves the tokens by which a web page records what one person does in one module, and nothing else. */
export class CaptureTokens {
  private readonly proven: (token: string) => Promise<ProvenGrant>;

  constructor(private readonly secret: string) {
    this.proven = provenOnce((token) => this.proveAnew(token));
  }

  /** Valid until then, seconds since 1970. */
  issue({ personKey, moduleKey, revision }: CaptureGrant, expires: number): Promise<string> {
    return new SignJWT({ module: globalId('Module', moduleKey), revision })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(globalId('Person', personKey))
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(keyOfSecret(this.secret));
  }

  /** What a token is for; throws UnauthenticatedError, saying what to do, where it is none for capture. */
  async prove(token: unknown): Promise<CaptureGrant> {
    if (typeof token !== 'string' || token.length > longestToken)
      throw new UnauthenticatedError(
        'Send in token a capture token: the mutation issueCaptureToken gives one, and so does `npm run token -- --capture`.',
      );
    return this.proven(token);
  }

  private async proveAnew(token: string): Promise<ProvenGrant> {
    try {
      const { payload } = await jwtVerify<{ module: unknown; revision: unknown }>(
        token,
        keyOfSecret(this.secret),
        { algorithms: ['HS256'], issuer, audience, requiredClaims: ['exp', 'sub', 'module', 'revision'] },
      );
      const personKey = keyOfGlobalId('Person', String(payload.sub));
      const moduleKey = keyOfGlobalId('Module', String(payload.module));
      const revision = Number(payload.revision);
      if (personKey === undefined || moduleKey === undefined || !Number.isInteger(revision))
        throw new Error('it names no person, module and revision');
      return { personKey, moduleKey, revision, expires: payload.exp ?? 0 };
    } catch (error) {
      throw notValid(error);
    }
  }
}
