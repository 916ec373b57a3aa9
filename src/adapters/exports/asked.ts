import type { Asked, AskedName, Export } from '../../features/exports/export.type';
import { snapshotNamed } from '../../features/exports/snapshot';
import type { Cursors } from '../../shared/cursors';
import { BadInputError } from '../../shared/errors';
import { isExternalName, tidyKey } from '../../shared/ids';

/** What may be asked for, each as text. */
export type Given = Readonly<Partial<Record<AskedName, string>>>;

/** What the parameters mean, for the OpenAPI document. */
export const parameterDescriptions: Readonly<Record<AskedName, string>> = {
  since:
    'A snapshot, as the last line of an earlier export names it: only what changed after it. 410 SNAPSHOT_EXPIRED where that is not known any more: export everything once.',
  asOf: 'The date that levels are for, ISO 8601: now, or later. Levels fade towards what is known of people in general.',
  source: 'An external system, whose ids of people then stand in the column externalId.',
};

/** Checks what an export is asked for; throws BadInputError with the way out. */
export function askedOf(
  exported: Export,
  given: Given,
  { cursors, now }: { readonly cursors: Cursors; readonly now: number },
): Asked {
  const { takes, needs = [], name } = exported;
  for (const asked of Object.keys(given) as AskedName[])
    if (!takes.includes(asked))
      throw new BadInputError(`${asked} is nothing that ${name} takes: leave it out.`);
  for (const needed of needs)
    if (given[needed] === undefined)
      throw new BadInputError(
        `${name} needs ${needed}: pass the snapshot that the last line of an earlier export has.`,
      );
  const { since, asOf, source } = given;
  return {
    since: since === undefined ? undefined : snapshotNamed(cursors, since),
    asOf: asOf === undefined ? now : dateOf(asOf, now),
    source: source === undefined ? undefined : sourceOf(source),
  };
}

const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.]\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/u;

function dateOf(text: string, now: number): number {
  const date = iso.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(date))
    throw new BadInputError(`asOf must be a date like 2027-01-31 or 2027-01-31T09:00:00Z.`);
  // What is known now says nothing of the levels of then.
  if (date < now) throw new BadInputError('asOf must not lie in the past: leave it out for now.');
  return date;
}

function sourceOf(text: string): string {
  const source = tidyKey(text);
  if (!isExternalName(source)) throw new BadInputError('source must be 1 to 200 characters.');
  return source;
}
