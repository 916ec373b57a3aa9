import { createClient, SeedError, type Client } from '../../../seeds/client';
import { load as loadOrganisation } from '../../../seeds/organisation';
import { load as loadCourse } from '../../../seeds/probability-course';
import type { Seeded } from '../../../seeds/seeded';
import { showCandidates } from '../../../seeds/show/candidates';
import { showGaps } from '../../../seeds/show/gaps';
import { showLearning } from '../../../seeds/show/learning';
import { showPerson } from '../../../seeds/show/person';
import { signToken } from '../../features/access/token';
import { InstallationError } from '../../shared/errors';
import { graphiqlLink } from '../graphiql/graphiql';
import type { Installation } from '../installation';
import { serve } from '../http/server';
import { optionsOf, type Command } from './command';
import { sayWhereSlow } from './say';
import { untilStopped } from './until-stopped';

const tokenSeconds = 86_400;

/**
 * Loads the simulated organisation, or with --from DIR the real course, through the API, asks it and prints the
 * answers; then serves until it is stopped, unless --once.
 */
export const demo: Command = (words) => {
  const options = { once: { type: 'boolean', default: false }, from: { type: 'string' } } as const;
  const { once, from } = optionsOf(words, options, '--once and --from DIR');
  return (installation) => show(installation, once, from);
};

async function show(
  { config, secret, database, logger }: Installation,
  once: boolean,
  from: string | undefined,
): Promise<void> {
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  const server = await serve(config, secret, database, logger);
  try {
    const token = await signToken(secret, { role: 'admin', personKey: undefined }, tokenSeconds);
    const client = createClient({ url: server.url, token, signal: stop.signal });
    const progress = sayWhereSlow();
    const seeded = await (from === undefined
      ? loadOrganisation(client, progress)
      : loadCourse(client, from, progress));
    print(await told(client, seeded));
    print(['', ...invitation(server.url, token, seeded, once)]);
    if (config.SKILLWAKE_GRAPHIQL && !once) print(['', ...linkToGraphiql(server.url, token, seeded)]);
    if (!once) await stopped;
  } catch (error) {
    // Stopped while loading: what was acknowledged stays, the next run adds the rest.
    if (stop.signal.aborted) return;
    throw error instanceof SeedError ? new InstallationError(error.message, { cause: error }) : error;
  } finally {
    await server.close();
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function told(client: Client, seeded: Seeded): Promise<string[]> {
  const { said, people, questions, answersRecorded, answersThereAlready, shown, asOf } = seeded;
  return [
    '',
    ...said,
    '',
    `${String(people.size)} people, ${String(questions)} questions; ${String(answersRecorded)} answers recorded, ${String(answersThereAlready)} were there already.`,
    ...failuresOf(seeded),
    '',
    ...(await showPerson(client, shown.person, asOf)),
    '',
    ...(await showCandidates(client, shown.project, asOf)),
    '',
    ...(await showGaps(client, shown.team, asOf)),
    '',
    ...(await showLearning(client, seeded.modules.values())),
  ];
}

const failuresShown = 5;

function failuresOf({ failures }: Seeded): string[] {
  if (failures.length === 0) return [];
  const more = failures.length - failuresShown;
  return [
    `${String(failures.length)} items were rejected:`,
    ...failures.slice(0, failuresShown).map((failure) => `  ${failure}`),
    ...(more > 0 ? [`  and ${String(more)} more.`] : []),
  ];
}

/** A line for the shell that asks the API; single quotes hold it together, and nothing in it has one. */
function invitation(url: string, token: string, { shown, asOf }: Seeded, once: boolean): string[] {
  const mastery = asOf === undefined ? 'mastery' : `mastery(asOf: "${asOf}")`;
  const query = `{ person(id: "${shown.person}") { name ${mastery} { nodes { summary } } } }`;
  return [
    once
      ? 'Try it yourself once `npm start` serves this here again (admin token, valid for a day):'
      : `Skillwake serves ${url} until you press Ctrl-C. Try it yourself (admin token, valid for a day):`,
    '',
    `curl -s '${url}' -H 'content-type: application/json' -H 'authorization: Bearer ${token}' --data '${JSON.stringify({ query })}'`,
  ];
}

function linkToGraphiql(url: string, token: string, { shown, asOf }: Seeded): string[] {
  return [
    'Or open GraphiQL in a browser, with this token and some operations filled in:',
    '',
    graphiqlLink(url, { token, ...shown, ...(asOf !== undefined && { asOf }) }),
  ];
}
