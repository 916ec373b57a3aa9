import type { Viewer } from '../access/viewer';

/** What a viewer answers for: everything, what is related to this person (internal id), or nothing. */
export type Responsible = 'everything' | { readonly person: string } | 'nothing';

/** Admins and programs of authors answer for all modules, everybody else for those that they wrote. */
export function modulesAnsweredFor({ role, personKey }: Viewer): Responsible {
  if (role === 'admin') return 'everything';
  if (personKey !== undefined) return { person: personKey };
  return role === 'author' ? 'everything' : 'nothing';
}

/** A lead answers for the teams that they lead, hr and admins for all. */
export function teamsAnsweredFor({ role, personKey }: Viewer): Responsible {
  if (role === 'hr' || role === 'admin') return 'everything';
  return role === 'lead' && personKey !== undefined ? { person: personKey } : 'nothing';
}
