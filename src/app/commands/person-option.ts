import { personIdentity } from '../../features/people/people.store';
import type { Database } from '../../graph/driver/database';
import { InstallationError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';

/** Internal id of the person that --person names by global id. */
export async function keyOfPerson(database: Database, id: string): Promise<string> {
  const given = keyOfGlobalId('Person', id);
  const key = given && (await personIdentity.resolve(database, [given])).get(given);
  if (key !== undefined) return key;
  throw new InstallationError(`--person ${id} is not the global id of any person: take it from Person.id.`);
}
