export const roles = ['person', 'lead', 'author', 'hr', 'admin'] as const;

/** What a viewer is to the organisation: the policy decides by it which fields are open. */
export type Role = (typeof roles)[number];

/** What a token can be issued for alone: the API, and each of the exports. */
export const scopes = [
  'graphql',
  'exports:people',
  'exports:matrix',
  'exports:gaps',
  'exports:supply',
  'exports:changes',
] as const;
export type Scope = (typeof scopes)[number];

/** Who asks: proven by a token, never by the request's own word. */
export interface Viewer {
  readonly role: Role;
  /** Internal id of the person behind the token; undefined for a program. */
  readonly personKey: string | undefined;
  /** All that the token was issued for; left out where it opens whatever the role may. */
  readonly scopes?: readonly Scope[];
}

/** Who shares what they may have at work at a time: the person behind a token, or all programs of a role together. */
export function identityOf({ role, personKey }: Viewer): string {
  return personKey ?? role;
}

/** Whose individual rows a viewer sees: a parameter of every statement that returns individuals. */
export interface Visible {
  readonly everyone: boolean;
  /** Internal ids, where not everyone. */
  readonly personKeys: readonly string[];
}

const seenOnes = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Internal ids of whom a viewer sees who does not see everybody; made once for a request. */
export function seenBy({ personKeys }: Visible): ReadonlySet<string> {
  const made = seenOnes.get(personKeys);
  if (made) return made;
  const seen = new Set(personKeys);
  seenOnes.set(personKeys, seen);
  return seen;
}

export function sees(visible: Visible, personKey: string): boolean {
  return visible.everyone || seenBy(visible).has(personKey);
}
