import { BadInputError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import { personByKey } from '../people/people.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';

/**
 * Internal ids behind global ones, in their order; of one who was merged into another that of the other. Throws BadInputError
 * where one names nobody, and says which of the argument it is.
 */
export async function peopleNamed(
  context: RequestContext,
  argument: string,
  ids: readonly string[],
): Promise<string[]> {
  const keys = await Promise.all(ids.map((id) => keyOfPerson(context, id)));
  const unknown = keys.flatMap((key, at) => (key === undefined ? `${argument}.${String(at)}` : []));
  if (unknown.length > 0) throw nobodyNamed(unknown.join(', '));
  return keys.flatMap((key) => key ?? []);
}

/** The same of one. */
export async function personNamed(context: RequestContext, argument: string, id: string): Promise<string> {
  const key = await keyOfPerson(context, id);
  if (key === undefined) throw nobodyNamed(argument);
  return key;
}

async function keyOfPerson(context: RequestContext, id: string): Promise<string | undefined> {
  const key = keyOfGlobalId('Person', id);
  const person = key === undefined ? null : await load(context, personByKey, key, null);
  return person?.key;
}

function nobodyNamed(argument: string): BadInputError {
  return new BadInputError(`${argument}: there is no such person; \`search\` finds people by name.`);
}
