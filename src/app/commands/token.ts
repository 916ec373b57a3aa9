import { parseArgs } from 'node:util';
import { signToken } from '../../features/access/token';
import { roles, type Role } from '../../features/access/viewer';
import { personIdentity } from '../../features/people/people.store';
import { InstallationError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import type { Installation } from '../installation';

const validSeconds = 30 * 86_400;

/** Prints a token for a role, valid for 30 days; --person takes the global id of the person behind it. */
export async function token({ secret, database }: Installation, words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { role: { type: 'string' }, person: { type: 'string' } },
  });
  const role = roles.find((known): known is Role => known === values.role);
  if (role === undefined) throw new InstallationError(`Say --role and one of ${roles.join(', ')}.`);
  const personKey = values.person === undefined ? undefined : keyOfGlobalId('Person', values.person);
  const known =
    personKey !== undefined && (await personIdentity.resolve(database, [personKey])).has(personKey);
  if (values.person !== undefined && !known)
    throw new InstallationError(`--person ${values.person} is nobody's global id: take it from Person.id.`);
  if (personKey === undefined && (role === 'person' || role === 'lead')) {
    throw new InstallationError(`A ${role} is somebody: say --person and the global id.`);
  }
  process.stdout.write(`${await signToken(secret, { role, personKey }, validSeconds)}\n`);
}
