import { externalNameOf } from '../../../shared/ids';
import { largestBatch } from '../../../shared/items';
import { savePeople } from '../../people/people.service';
import type { RequestContext } from '../../request/context';
import type { ActorNames } from './actors';
import { peopleMeant } from './actor.store';

/** What somebody is called who is known by what a platform calls them, and by nothing else. */
const unnamed = 'Unnamed person';

/**
 * Internal ids of the people whom actors mean, by actor. Who is not known is nobody, or a new person, as the installation
 * has it: of an actor whose names can be no external ids no person is made. Null where an address is that of several.
 */
export async function peopleOf(
  context: Pick<RequestContext, 'database' | 'now' | 'rules'>,
  names: readonly ActorNames[],
): Promise<ReadonlyMap<string, string | null>> {
  const { database, rules } = context;
  const meant = await peopleMeant(database, names);
  if (rules.strangers === 'known') return meant;
  const strangers = names.filter(({ actor, references }) => !meant.has(actor) && references.length > 0);
  if (strangers.length === 0) return meant;
  const items = strangers.map(({ references, email }) => {
    const { source, value } = externalNameOf(references[0] ?? '');
    return { source, id: value, name: unnamed, ...(email !== null && { email }) };
  });
  for (let first = 0; first < items.length; first += largestBatch)
    await savePeople(context, items.slice(first, first + largestBatch));
  return new Map([...meant, ...(await peopleMeant(database, strangers))]);
}
