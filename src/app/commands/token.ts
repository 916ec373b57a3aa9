import { signToken } from '../../features/access/token';
import {
  recordToken,
  renewToken,
  revokeTokens,
  tokensAt,
  type TokenRow,
} from '../../features/access/token.store';
import { roles, scopes, type Role, type Scope } from '../../features/access/viewer';
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
  '--role ROLE, --person ID, --name NAME, --scope SCOPE as often as there are scopes, and --days DAYS; or --capture, --person ID, --module ID, --revision NUMBER and --minutes MINUTES; or --list; or --renew ID and --days DAYS; or --revoke ID, as often as there are tokens to revoke';

/**
 * Prints a token for a role, for 30 days or as many as are given, and keeps its name and length in the graph; --person
 * takes the global id of the person behind it, --scope all that it opens. Or prints one for capture; or lists the tokens that have
 * not expired, renews one, or revokes some.
 */
export const token: Command = (words) => {
  const options = {
    role: { type: 'string' },
    person: { type: 'string' },
    name: { type: 'string', default: '' },
    scope: { type: 'string', multiple: true, default: [] as string[] },
    days: { type: 'string', default: daysByDefault },
    capture: { type: 'boolean', default: false },
    module: { type: 'string' },
    revision: { type: 'string' },
    minutes: { type: 'string', default: String(minutesByDefault) },
    list: { type: 'boolean', default: false },
    renew: { type: 'string' },
    revoke: { type: 'string', multiple: true, default: [] as string[] },
  } as const;
  const given = optionsOf(words, options, takes);
  if (given.list) return list;
  if (given.revoke.length > 0) return revoke(given.revoke);
  if (given.capture) return issueCapture(given);
  if (given.renew !== undefined) return renew(given.renew, daysIn(given.days));
  const role = roles.find((known): known is Role => known === given.role);
  if (role === undefined) throw new InstallationError(`Give --role and one of ${roles.join(', ')}.`);
  if (given.person === undefined && (role === 'person' || role === 'lead')) {
    throw new InstallationError(`A ${role} is a particular person: give --person and the global id.`);
  }
  const days = daysIn(given.days);
  if (given.name.length > longestName)
    throw new InstallationError(`--name takes at most ${String(longestName)} characters.`);
  return issue({ role, person: given.person, name: given.name, days, opened: scopesFor(role, given.scope) });
};

function daysIn(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return days;
  throw new InstallationError(`--days takes a whole number from 1 to ${String(mostDays)}.`);
}

/** Null where none is given: the token then opens whatever the role may. */
function scopesFor(role: Role, given: readonly string[]): Scope[] | null {
  if (given.length === 0) return null;
  const unknown = given.find((word) => !scopes.some((scope) => scope === word));
  if (unknown !== undefined)
    throw new InstallationError(`There is no scope "${unknown}": --scope takes one of ${scopes.join(', ')}.`);
  const opened = scopes.filter((scope) => given.includes(scope));
  if (role !== 'hr' && role !== 'admin' && opened.some((scope) => scope !== 'graphql'))
    throw new InstallationError('Exports are for the roles hr and admin: give --role hr.');
  return opened;
}

interface Issued {
  readonly role: Role;
  /** Global id. */
  readonly person: string | undefined;
  readonly name: string;
  readonly days: number;
  readonly opened: Scope[] | null;
}

function issue({ role, person, name, days, opened }: Issued): Work {
  return async ({ secret, database }) => {
    const personKey = person === undefined ? undefined : await keyOfPerson(database, person);
    const [id, issuedAt] = [newKey(), Date.now()];
    const expiresAt = issuedAt + days * day;
    const ends = { expiresAt, revokedAt: null, renewedAt: null };
    const row = { id, name, role, person: personKey ?? null, scopes: opened, issuedAt, ...ends };
    await database.transaction((tx) => recordToken(tx, row));
    await printToken(secret, row, days);
  };
}

async function printToken(
  secret: string,
  { id, role, person, scopes: opened }: TokenRow,
  days: number,
): Promise<void> {
  const viewer = { role, personKey: person ?? undefined, ...(opened && { scopes: opened }) };
  process.stdout.write(`${await signToken(secret, viewer, (days * day) / 1_000, id)}\n`);
}

/** Prints a token that stands for the same one, with its name, role and scopes, and ends later: revoked, both end. */
function renew(id: string, days: number): Work {
  return async ({ secret, database }) => {
    const now = Date.now();
    const row = await database.transaction((tx) => renewToken(tx, { id, now, expiresAt: now + days * day }));
    if (!row)
      throw new InstallationError(
        `There is no token ${id} that was not revoked: --list shows those that there are.`,
      );
    await printToken(secret, row, days);
  };
}

const list: Work = async ({ database }) => {
  for (const row of await tokensAt(database, Date.now())) process.stdout.write(`${lineOf(row)}\n`);
};

function lineOf({ id, name, role, person, scopes: opened, ...dates }: TokenRow): string {
  const { issuedAt, expiresAt, revokedAt } = dates;
  const on = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return [
    id,
    [
      role,
      ...(person === null ? [] : [globalId('Person', person)]),
      ...(opened ? [`(${opened.join(' ')})`] : []),
    ].join(' '),
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
