import { globalId, externalKey, externalNameOf } from '../../shared/ids';
import { invalid, type Rejection } from '../../shared/items';

/** So that what is added to it leaves it a source that may be one. */
const longestSource = 120;

/**
 * The id under which a person's own evidence of a kind is kept, by the one that was given: under sources that are told
 * apart by who they are, so that nobody takes an id that hr or others will give, or is told that one is taken.
 */
export function ownIdOf(kind: string, person: string, given: string): string | Rejection {
  const { source, value } = externalNameOf(given);
  return source.length > longestSource
    ? invalid(`source: must not be longer than ${String(longestSource)} characters`)
    : externalKey(kind, `${source} of ${globalId('Person', person)}`, value);
}
