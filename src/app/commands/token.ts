import { signToken } from '../../features/access/token';
import { recordToken, revokeTokens, tokensAt, type TokenRow } from '../../features/access/token.store';
import { roles, type Role } from '../../features/access/viewer';
import { minutesByDefault } from '../../features/tokens/capture-token.service';
import { InstallationError } from '../../shared/errors';
import { globalId, newKey } from '../../shared/ids';
import { issueCapture } from './capture-token';
import { optionsOf, type Command, type Work } from './command';
import { keyOfPerson } from './person-option';
import { say } from './say';

const day = 86_400_000;
const daysByDefault = '30';
const mostDays = 3_650;
const longestName = 200;

const takes =
  '--role ROLE, --person ID, --name NAME and --days DAYS; or --capture, --person ID, --module ID, --revision NUMBER and --minutes MINUTES; or --list; or --revoke ID, as often as there are tokens to revoke';

/**
 * Prints a token for a role, for 30 days or as many as are given, and keeps its name and length in the graph; --person
 * takes the global id of the person behind it. Or prints one for capture; or lists the tokens that have not expired, or
 * revokes some.
 */
export const token: Command = (words) => {
  const options = {
    role: { type: 'string' },
    person: { type: 'string' },
    name: { type: 'string', default: '' },
    days: { type: 'string', default: daysByDefault },
    capture: { type: 'boolean', default: false },
    module: { type: 'string' },
    revision: { type: 'string' },
    minutes: { type: 'string', default: String(minutesByDefault) },
    list: { type: 'boolean', default: false },
    revoke: { type: 'string', multiple: true, default: [] as string[] },
  } as const;
  const given = optionsOf(words, options, takes);
  if (given.list) return list;
  if (given.revoke.length > 0) return revoke(given.revoke);
  if (given.capture) return issueCapture(given);
  const role = roles.find((known): known is Role => known === given.role);
  if (role === undefined) throw new InstallationError(`Give --role and one of ${roles.join(', ')}.`);
  if (given.person === undefined && (role === 'person' || role === 'lead')) {
    throw new InstallationError(`A ${role} is a particular person: give --person and the global id.`);
  }
  const days = Number(given.days);
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new InstallationError(`--days takes a whole number from 1 to ${String(mostDays)}.`);
  if (given.name.length > longestName)
    throw new InstallationError(`--name takes at most ${String(longestName)} characters.`);
  return issue(role, given.person, given.name, days);
};

function issue(role: Role, person: string | undefined, name: string, days: number): Work {
  return async ({ secret, database }) => {
    const personKey = person === undefined ? undefined : await keyOfPerson(database, person);
    const [id, issuedAt] = [newKey(), Date.now()];
    const expiresAt = issuedAt + days * day;
    const row = { id, name, role, person: personKey ?? null, issuedAt, expiresAt, revokedAt: null };
    await database.transaction((tx) => recordToken(tx, row));
    process.stdout.write(`${await signToken(secret, { role, personKey }, (days * day) / 1_000, id)}\n`);
  };
}

const list: Work = async ({ database }) => {
  for (const row of await tokensAt(database, Date.now())) process.stdout.write(`${lineOf(row)}\n`);
};

function lineOf({ id, name, role, person, issuedAt, expiresAt, revokedAt }: TokenRow): string {
  const on = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return [
    id,
    person === null ? role : `${role} ${globalId('Person', person)}`,
    `issued ${on(issuedAt)}`,
    revokedAt === null ? `until ${on(expiresAt)}` : `revoked ${on(revokedAt)}`,
    // A name is the last column: it may hold anything.
    name.replace(/\p{Cc}/gu, ' '),
  ]
    .join('\t')
    .trimEnd();
}

function revoke(ids: readonly string[]): Work {
  return async ({ database }) => {
    const revoked = await database.transaction((tx) => revokeTokens(tx, ids, Date.now()));
    const unknown = ids.filter((id) => !revoked.some((row) => row.id === id));
    say(`${String(revoked.length)} revoked; a running API refuses them within a second or two.`);
    if (unknown.length > 0)
      throw new InstallationError(
        `There is no token ${unknown.join(', ')}: --list shows those that there are.`,
      );
  };
}
