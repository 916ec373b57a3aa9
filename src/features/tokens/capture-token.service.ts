import { z } from 'zod';
import type { Reference } from '../../graph/nouns/identity';
import type { Queries } from '../../graph/driver/statement';
import { reference, wholeNumberIn } from '../../shared/checks';
import { BadInputError, ForbiddenError } from '../../shared/errors';
import type { CaptureGrant } from '../access/capture-token';
import type { Viewer } from '../access/viewer';
import { moduleIdentity } from '../modules/module.store';
import { personIdentity } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { revisionNumber } from './capture-token.store';
import type { CaptureToken } from './capture-token.type';

/** For how many minutes a capture token is valid at most, a working day, and where nothing is said. */
export const [mostMinutes, minutesByDefault] = [480, 60];

const wantedCheck = z.object({
  person: reference('Person'),
  module: reference('Module'),
  minutes: wholeNumberIn(1, mostMinutes),
});

/** What a capture token is to be for, as it is given: checked here. */
export interface WantedCapture {
  readonly person: unknown;
  readonly module: unknown;
  /** The current one where null. */
  readonly revision: number | null;
  readonly minutes: unknown;
}

/**
 * Issues a capture token: HR and admin for everybody, others for themselves. Throws ForbiddenError for somebody else,
 * there or not, and BadInputError where an argument fits nothing.
 */
export async function issueCaptureToken(
  { database, viewer, captureTokens }: Pick<RequestContext, 'database' | 'viewer' | 'captureTokens'>,
  wanted: WantedCapture,
): Promise<CaptureToken> {
  const { person, module, minutes } = checked(wanted);
  const grant = await grantOf(database, viewer, { person, module, revision: wanted.revision });
  const expires = Math.floor(Date.now() / 1_000) + minutes * 60;
  const token = await captureTokens.issue(grant, expires);
  return { token, expiresAt: new Date(expires * 1_000), revision: grant.revision };
}

async function grantOf(
  queries: Queries,
  viewer: Viewer,
  { person, module, revision }: { person: Reference; module: Reference; revision: number | null },
): Promise<CaptureGrant> {
  const personKey = (await personIdentity.resolve(queries, [person])).get(person);
  const mayForAll = viewer.role === 'hr' || viewer.role === 'admin';
  if (!mayForAll && (personKey === undefined || personKey !== viewer.personKey))
    throw new ForbiddenError(
      'You may have a capture token for yourself: HR or an admin issues those of others.',
    );
  if (personKey === undefined) throw new BadInputError('person: there is no such person; take Person.id.');
  const moduleKey = (await moduleIdentity.resolve(queries, [module])).get(module);
  if (moduleKey === undefined) throw new BadInputError('module: there is no such module; take Module.id.');
  const found = await revisionNumber(queries, moduleKey, revision);
  if (found !== undefined) return { personKey, moduleKey, revision: found };
  throw new BadInputError(
    revision === null
      ? 'module: it has no revision yet; publish one first.'
      : 'revision: the module has no revision of this number.',
  );
}

function checked(wanted: WantedCapture): z.infer<typeof wantedCheck> {
  const { data, error } = wantedCheck.safeParse(wanted);
  if (data) return data;
  throw new BadInputError(
    `${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`,
  );
}
