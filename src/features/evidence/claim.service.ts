import type { Reference } from '../../graph/nouns/identity';
import type { Handle, Queries } from '../../graph/driver/statement';
import { bandNamed, bandProblem, type LevelBand } from '../../shared/bands';
import { invalid, ItemErrorCode, notFound, Rejection, type Batch } from '../../shared/items';
import type { Viewer } from '../access/viewer';
import { personIdentity, reachOf } from '../people/people.store';
import type { CheckedClaim } from './claim.input';
import type { StoredClaim } from './claim.store';
import { ClaimKind } from './claim.type';
import { digest } from './evidence.service';
import { ownIdOf } from './own-ids';

/** Who is named by a claim, by internal id; undefined where there is nobody. */
interface Named {
  readonly kind: ClaimKind;
  readonly person: string | undefined;
  readonly by: string | undefined;
}

/** What a viewer may record of claims. */
interface Stating {
  readonly mayState: (named: Named) => boolean;
  /** The id under which it is kept, by the one that was given. */
  readonly idOf: (given: string) => string | Rejection;
}

/**
 * Which claims the viewer may state, and under which ids: hr and admin all of them as they like; everybody what they say
 * of themselves, a lead also what they say as a lead of members of the teams that they lead now, under ids of their own.
 */
export async function claimsOf(queries: Queries, { role, personKey }: Viewer, now: number): Promise<Stating> {
  if (role === 'hr' || role === 'admin') return { mayState: () => true, idOf: (given) => given };
  if (personKey === undefined) return { mayState: () => false, idOf: (given) => given };
  const own = (await personIdentity.resolve(queries, [personKey])).get(personKey);
  const led = new Set(role === 'lead' ? await reachOf(queries, personKey, true, now) : []);
  return {
    mayState: ({ kind, person, by }) =>
      person !== undefined &&
      own !== undefined &&
      (kind === ClaimKind.SELF ? person === own : kind === ClaimKind.LEAD && by === own && led.has(person)),
    idOf: (given) => ownIdOf('claim', own ?? personKey, given),
  };
}

const notTheirs = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'You may state SELF claims about yourself and, as a lead, LEAD claims about current members of teams that you lead: ask HR to record others.',
);

/**
 * Refuses what the viewer may not state, before anybody is locked for it: nobody waits for a request that is refused, and
 * how long it takes tells nothing. The ids of the others become those that they are kept under.
 */
export function refuseOthers(
  checked: Batch<CheckedClaim>,
  people: ReadonlyMap<Reference, string>,
  { mayState, idOf }: Stating,
): Batch<CheckedClaim> {
  return checked.map(({ value }) => {
    const { kind, person, by } = value;
    if (!mayState({ kind, person: people.get(person), by: by == null ? undefined : people.get(by) }))
      return notTheirs;
    const outside = idOf(value.outside);
    return outside instanceof Rejection ? outside : { ...value, outside };
  });
}

/** What a checked batch refers to, looked up. */
export interface ReferredByClaims {
  readonly people: ReadonlyMap<Reference, { readonly person: string; readonly node: Handle }>;
  /** Internal ids. */
  readonly skills: ReadonlyMap<Reference, string>;
  readonly bands: readonly LevelBand[];
  readonly mayState: Stating['mayState'];
}

/** References and bands turned into what they stand for; what the viewer may not state is refused before all else. */
export function resolveClaims(
  checked: Batch<CheckedClaim>,
  { people, skills, bands, mayState }: ReferredByClaims,
): Batch<StoredClaim> {
  return checked.map(({ value }) => {
    const person = people.get(value.person);
    const by = value.by == null ? undefined : people.get(value.by);
    if (!mayState({ kind: value.kind, person: person?.person, by: by?.person })) return notTheirs;
    if (person === undefined) return notFound('person');
    // Also where nobody is named so: whoever states their own claims is not told who is there.
    if (value.kind === ClaimKind.SELF && value.by != null && by?.person !== person.person)
      return invalid('by: is the person for a SELF claim: leave it out, or give PEER or LEAD as kind');
    if (value.by != null && by === undefined) return notFound('by');
    const skill = skills.get(value.skill);
    if (skill === undefined) return notFound('skill');
    const band = value.band == null ? undefined : bandNamed(bands, value.band);
    if (value.band != null && band === undefined) return invalid(bandProblem(bands));
    // Somewhere in the band: its middle is as near to all of it as can be.
    const level = band === undefined ? value.level : (band.from + band.to) / 2;
    if (level == null) throw new Error('The check lets no claim through without level and band.');
    return claimOf(value, person, value.kind === ClaimKind.SELF ? undefined : by, skill, level);
  });
}

/** The digest is over the content as given: by the name of a band, whatever its levels are today. */
function claimOf(
  value: CheckedClaim,
  person: { readonly person: string; readonly node: Handle },
  by: { readonly person: string; readonly node: Handle } | undefined,
  skill: string,
  level: number,
): StoredClaim {
  const { outside: id, kind, at, band = null, issuer = null, credential = null, statement = null } = value;
  const given = [kind, value.level ?? null, band, at, issuer, credential, statement];
  const hashAs = (skillKey: string, personKey: string, byKey?: string): string =>
    digest([personKey, byKey ?? null, skillKey, ...given]);
  return {
    id,
    hash: hashAs(skill, person.person, by?.person),
    hashAs,
    person: person.person,
    by: by?.person,
    skill,
    nodes: { person: person.node, by: by?.node },
    content: { at, kind, level, band, issuer, credential, statement },
  };
}

/** Internal ids of what a claim names, as `hashAs` takes them. */
export function namedByClaim({ skill, person, by }: StoredClaim): string[] {
  return by === undefined ? [skill, person] : [skill, person, by];
}

/**
 * Refuses what is said of oneself as by another. What was accepted before passes: those who were two then may have
 * become one person since.
 */
export function refuseByThemselves(
  resolved: Batch<StoredClaim>,
  existing: ReadonlyMap<string, string | null>,
): Batch<StoredClaim> {
  return resolved.map(({ value }) =>
    value.by === value.person && existing.get(value.id) == null
      ? invalid('by: must not be the person: what people say about themselves is a SELF claim')
      : value,
  );
}
