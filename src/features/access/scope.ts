import { ForbiddenError } from '../../shared/errors';
import { scopes, type Scope, type Viewer } from './viewer';

/** Those by which people are seen one by one. */
const ofIndividuals: readonly Scope[] = ['graphql', 'exports:people', 'exports:matrix', 'exports:changes'];

/** Whether a viewer's token opens this: one that was issued without scopes opens all that its role may. */
export function opens({ scopes: given }: Viewer, scope: Scope): boolean {
  return given === undefined || given.includes(scope);
}

/** Throws ForbiddenError where the viewer's token was not issued for this. */
export function expectScope(viewer: Viewer, scope: Scope): void {
  if (opens(viewer, scope)) return;
  throw new ForbiddenError(
    `The token was not issued for ${scope}: \`npm run token -- --scope ${scope}\` gives one that is.`,
  );
}

/**
 * Whether a viewer's token lets them see people one by one. One that is for figures on groups alone does not, whatever its
 * role: what it is given is then withheld as from everybody who may not see those people.
 */
export function opensIndividuals(viewer: Viewer): boolean {
  return ofIndividuals.some((scope) => opens(viewer, scope));
}

/** The scopes in a token's claim; words that are none open nothing. Undefined where there is no claim. */
export function scopesIn(claim: unknown): readonly Scope[] | undefined {
  if (claim === undefined) return undefined;
  const words = typeof claim === 'string' ? claim.split(' ') : [];
  return scopes.filter((scope) => words.includes(scope));
}
