import { SeedError } from './client';
import { mixedRecord, type Dataset } from './dataset';
import type { Uploaded } from './upload';

/** A loaded seed: what was saved, and which parts are worth a look. */
export interface Seeded extends Uploaded {
  /** What the reader must know of where this comes from, line by line. */
  readonly said: readonly string[];
  /** The date to query for, RFC 3339; now where left out. */
  readonly asOf?: string;
  /** Global ids. */
  readonly shown: { readonly person: string; readonly project: string; readonly team: string };
}

/** What is worth a look: a person with a mixed record, and these two; throws SeedError where they were not accepted. */
export function shownOf(
  what: string,
  dataset: Dataset,
  uploaded: Uploaded,
  worth: { readonly project: string; readonly team: string },
): Seeded['shown'] {
  const person = uploaded.people.get(mixedRecord(dataset) ?? '');
  const project = uploaded.projects.get(worth.project);
  const team = uploaded.teams.get(worth.team);
  if (person === undefined || project === undefined || team === undefined) {
    throw new SeedError(`${what} was not taken whole: ${uploaded.failures[0] ?? 'nobody came back'}`);
  }
  return { person, project, team };
}
