import { signToken } from '../../features/access/token';
import { roles, type Role } from '../../features/access/viewer';
import { personIdentity } from '../../features/people/people.store';
import { InstallationError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import type { Database } from '../../graph/driver/database';
import { optionsOf, type Command } from './command';

const validSeconds = 30 * 86_400;

/** Prints a token for a role, valid for 30 days; --person takes the global id of the person behind it. */
export const token: Command = (words) => {
  const options = { role: { type: 'string' }, person: { type: 'string' } } as const;
  const given = optionsOf(words, options, '--role ROLE and --person ID');
  const role = roles.find((known): known is Role => known === given.role);
  if (role === undefined) throw new InstallationError(`Give --role and one of ${roles.join(', ')}.`);
  if (given.person === undefined && (role === 'person' || role === 'lead')) {
    throw new InstallationError(`A ${role} is a particular person: give --person and the global id.`);
  }
  return async ({ secret, database }) => {
    const personKey = given.person === undefined ? undefined : await keyOfPerson(database, given.person);
    process.stdout.write(`${await signToken(secret, { role, personKey }, validSeconds)}\n`);
  };
};

async function keyOfPerson(database: Database, id: string): Promise<string> {
  const given = keyOfGlobalId('Person', id);
  const key = given && (await personIdentity.resolve(database, [given])).get(given);
  if (key !== undefined) return key;
  throw new InstallationError(`--person ${id} is not the global id of any person: take it from Person.id.`);
}
