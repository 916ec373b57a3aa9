import { hash } from 'node:crypto';
import { foldedMailbox } from './comparing';
import type { Actor, Statement, StatementObject } from './statement';
import { activitiesOf, isActivity, isActor, isSubStatement, type SubStatement } from './statement-parts';

/**
 * The names under which a statement is found: short digests, each of a platform, a kind and what is named, so that an
 * index holds nobody's address. Direct are those that the filters `agent`, `activity`, `verb` and `registration` ask for;
 * related those that `related_agents` and `related_activities` ask for besides.
 */
export interface Names {
  readonly direct: readonly string[];
  readonly related: readonly string[];
}

/** What a name is of. */
export type NameKind = 'all' | 'agent' | 'activity' | 'verb' | 'registration';

/** Twelve characters of a digest: two names of a hundred million are the same once in a million installations. */
const nameLength = 12;

export function nameOf(platform: string, kind: NameKind, value: string): string {
  return hash('sha256', JSON.stringify([platform, kind, value]), 'base64url').slice(0, nameLength);
}

/** The one identifier of an Agent or an identified Group, as a text; undefined for an anonymous Group. */
export function identifierOf({ mbox, mbox_sha1sum: sum, openid, account }: Actor): string | undefined {
  if (mbox !== undefined) return `mbox ${foldedMailbox(mbox)}`;
  if (sum !== undefined) return `mbox_sha1sum ${sum.toLowerCase()}`;
  if (openid !== undefined) return `openid ${openid}`;
  return account && `account ${JSON.stringify([account.homePage, account.name])}`;
}

/** The names of a statement by whom or what it concerns; the authority is the one that it is kept with. */
export function namesOf(platform: string, statement: Statement, authority: Actor): Names {
  const direct = new Set<string>([nameOf(platform, 'all', '')]);
  const related = new Set<string>();
  const name = (kind: NameKind, to: Set<string>) => (value: string) => to.add(nameOf(platform, kind, value));
  const { actor, verb, object, context } = statement;
  for (const one of [...identifiersOf(actor), ...identifiersOfObject(object)]) name('agent', direct)(one);
  for (const id of idsOfObject(object)) name('activity', direct)(id);
  name('verb', direct)(verb.id);
  if (context?.registration !== undefined) name('registration', direct)(context.registration.toLowerCase());
  const within = isSubStatement(object) ? object : undefined;
  const contexts = [context, within?.context];
  const agents = [
    ...identifiersOf(authority),
    ...contexts.flatMap((one) => [...identifiersOf(one?.instructor), ...identifiersOf(one?.team)]),
    ...(within ? [...identifiersOf(within.actor), ...identifiersOfObject(within.object)] : []),
  ];
  for (const one of agents) name('agent', related)(one);
  const activities = [
    ...contexts.flatMap((one) => activitiesOf(one).map(({ id }) => id)),
    ...(within ? idsOfObject(within.object) : []),
  ];
  for (const id of activities) name('activity', related)(id);
  return { direct: [...direct], related: [...related].filter((one) => !direct.has(one)) };
}

function identifiersOf(actor: Actor | undefined): string[] {
  if (!actor) return [];
  return [actor, ...(actor.member ?? [])].flatMap((one) => identifierOf(one) ?? []);
}

function identifiersOfObject(object: StatementObject | SubStatement): string[] {
  return isActor(object) ? identifiersOf(object) : [];
}

function idsOfObject(object: StatementObject | SubStatement): string[] {
  return isActivity(object) ? [object.id] : [];
}
