import { resolve } from 'node:path';
import { z } from 'zod';
import { levelBands } from './bands';
import { givenSettings, type Environment } from './config-sources';
import { InstallationError } from './errors';
import { timeZoneNamed } from './time-zones';

const wholeNumber = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

/** Delays as a setting has them, seconds separated by commas: as milliseconds. */
const delays = z
  .string()
  .transform((text) => text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part) * 1_000)))
  .refine((all) => all.length <= 20 && all.every((delay) => delay >= 0 && delay <= 604_800_000), {
    error: 'must be 1 to 20 numbers of seconds, 0 to 604800, separated by commas',
  });

/** Every setting; a description is what a person setting it needs to know. */
export const settings = z.object({
  SKILLWAKE_CONFIG_FILE: z
    .string()
    .optional()
    .describe('A file of lines NAME=value with settings; the environment wins over it'),
  NEO4J_URI: z
    .url()
    .optional()
    .describe('A Neo4j 5 to use instead of the embedded one, for example neo4j://localhost:7687'),
  NEO4J_USERNAME: z.string().default('neo4j').describe('User at NEO4J_URI'),
  NEO4J_PASSWORD: z.string().default('').describe('Password at NEO4J_URI'),
  NEO4J_PASSWORD_FILE: z.string().optional().describe('A file that holds NEO4J_PASSWORD, in its place'),
  NEO4J_DATABASE: z.string().optional().describe('Database name at NEO4J_URI; its default where left out'),
  SKILLWAKE_DATA_DIRECTORY: z
    .string()
    .default('data')
    .describe('Where the embedded database and the generated secret live'),
  SKILLWAKE_CACHE_DIRECTORY: z
    .string()
    .optional()
    .describe("Where Neo4j's jars are kept; the user's cache folder where left out"),
  SKILLWAKE_MAVEN_REPOSITORY: z.url().optional().describe("A mirror to fetch Neo4j's jars from"),
  SKILLWAKE_INSTALL_JAVA: z
    .stringbool()
    .optional()
    .describe('true: download a Java without asking where none fits'),
  SKILLWAKE_BOLT_PORT: wholeNumber(1, 65_535)
    .optional()
    .describe('Port of the embedded database; a free one where left out'),
  SKILLWAKE_HEAP_MEGABYTES: wholeNumber(256, 65_536).optional().describe('Heap of the embedded database'),
  SKILLWAKE_PAGE_CACHE_MEGABYTES: wholeNumber(16, 1_048_576)
    .optional()
    .describe('Page cache of the embedded database'),
  SKILLWAKE_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; other than loopback only with SKILLWAKE_SECRET'),
  SKILLWAKE_PORT: wholeNumber(0, 65_535).default(4000).describe('Port to listen on; 0 for a free one'),
  SKILLWAKE_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs tokens (HS256); generated and kept in the data directory where left out'),
  SKILLWAKE_SECRET_FILE: z.string().optional().describe('A file that holds SKILLWAKE_SECRET, in its place'),
  SKILLWAKE_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .describe('Origins of web pages that may call the API, separated by commas'),
  SKILLWAKE_GRAPHIQL: z
    .stringbool()
    .optional()
    .describe('true: serve GraphiQL at /graphiql; on loopback where left out'),
  SKILLWAKE_MAX_BODY_MEGABYTES: wholeNumber(1, 64).default(8).describe('Largest body of a request'),
  SKILLWAKE_MAX_TOKENS: wholeNumber(100, 100_000)
    .default(10_000)
    .describe('Most tokens of a GraphQL document; values in variables do not count'),
  SKILLWAKE_MAX_DEPTH: wholeNumber(1, 100).default(16).describe('Most levels of fields in an operation'),
  SKILLWAKE_MAX_ALIASES: wholeNumber(0, 10_000).default(30).describe('Most aliases in an operation'),
  SKILLWAKE_MAX_DIRECTIVES: wholeNumber(0, 10_000).default(30).describe('Most directives in an operation'),
  SKILLWAKE_MAX_COST: wholeNumber(1, 1_000_000_000)
    .default(100_000)
    .describe('Most values that an operation may read or compute, estimated from its page lengths'),
  SKILLWAKE_MAX_COST_AT_WORK: wholeNumber(1, 1_000_000_000)
    .default(200_000)
    .describe('Most values that all operations worked on at a time may read or compute; further ones wait'),
  SKILLWAKE_MAX_RUNNING: wholeNumber(1, 10_000)
    .default(64)
    .describe('Most requests worked on at a time; further ones wait'),
  SKILLWAKE_MAX_WAITING: wholeNumber(0, 100_000)
    .default(256)
    .describe('Most requests that wait, up to 5 seconds; further ones are refused'),
  SKILLWAKE_MAX_SHARE: wholeNumber(1, 100)
    .default(50)
    .describe(
      'Most percent of what may be at work, wait or be held at a time that one person has, or all programs of a role',
    ),
  SKILLWAKE_MAX_HELD_MEGABYTES: wholeNumber(1, 65_536)
    .default(128)
    .describe('Most megabytes of bodies and of answers not yet read by their clients'),
  SKILLWAKE_BODY_SECONDS: wholeNumber(1, 3_600)
    .default(30)
    .describe('How long a body may take to arrive; slower clients are cut off'),
  SKILLWAKE_ANSWER_SECONDS: wholeNumber(1, 3_600)
    .default(60)
    .describe('How long a client may take to read an answer; slower ones are cut off'),
  SKILLWAKE_TRANSACTION_SECONDS: wholeNumber(1, 3_600)
    .default(20)
    .describe(
      'How long the database may work on one statement or transaction of a request, waiting for others included; then it is undone',
    ),
  SKILLWAKE_STOP_SECONDS: wholeNumber(0, 3_600)
    .default(20)
    .describe('How long requests under way may take after the service was asked to stop'),
  SKILLWAKE_MEETS_FROM: z.coerce
    .number()
    .gt(0)
    .lt(1)
    .default(0.5)
    .describe('Probability from which a requirement counts as met'),
  SKILLWAKE_LEVEL_BANDS: levelBands
    .prefault('novice:0,competent:0.5,proficient:0.7,expert:0.85')
    .describe(
      'Names for ranges of levels and the level each begins at, for claims, requirements and figures',
    ),
  SKILLWAKE_TIME_ZONE: z
    .string()
    .default('UTC')
    .refine((zone) => timeZoneNamed(zone) !== undefined, {
      error: 'must be a time zone by its IANA name, like Europe/Berlin',
    })
    .overwrite((zone) => timeZoneNamed(zone) ?? zone)
    .describe(
      'Time zone, by its IANA name, in which days begin and end in reports, and of dates in files that have no offset (`npm run import` reads them with --local-dates)',
    ),
  SKILLWAKE_CLOCK_SKEW_SECONDS: wholeNumber(0, 86_400)
    .default(300)
    .describe('How far ahead of the server clock evidence may lie'),
  SKILLWAKE_XAPI_PEOPLE: z
    .enum(['known', 'provisioned'])
    .default('known')
    .describe(
      'Who is meant by an actor of a statement whom nobody here is known by: known, nobody, and the statement waits; provisioned, a new person without a name, whom mergePeople joins later',
    ),
  SKILLWAKE_LEFT_AFTER_MINUTES: wholeNumber(1, 10_080)
    .default(30)
    .describe(
      'How long nothing may happen in a visit to a module before the person counts as having left it',
    ),
  SKILLWAKE_FEED_HOURS: wholeNumber(1, 8_760)
    .default(96)
    .describe(
      'How long the graph keeps the list of what changed, from which exports say what is new since a snapshot, and processes bring up what they hold in memory: a snapshot that is older is refused, and a process that was cut off from the database for longer reads all of it anew',
    ),
  SKILLWAKE_WEBHOOK_HOSTS: z
    .string()
    .default('')
    .describe(
      'Hosts of the own network that webhooks may address, by name or address, http:// too, separated by commas; all others have to be https:// and on the internet at large',
    ),
  SKILLWAKE_WEBHOOK_RETRY_SECONDS: delays
    .prefault('5,300,1800,7200,18000,36000,50400')
    .describe(
      'How long a message to a webhook that failed waits before each further attempt, up to a fifth longer; then it is given up',
    ),
  SKILLWAKE_WEBHOOK_FAILING_DAYS: wholeNumber(1, 365)
    .default(5)
    .describe('How long the receiver of a webhook may take nothing until it is switched off'),
  SKILLWAKE_WEBHOOK_LOG_DAYS: wholeNumber(1, 3_650)
    .default(30)
    .describe('How long the log keeps messages to webhooks after they were taken or given up'),
  SKILLWAKE_WEBHOOK_GAP_SECONDS: wholeNumber(1, 86_400)
    .default(600)
    .describe('How often at most gaps are computed to tell webhooks which opened and closed'),
  SKILLWAKE_GAP_SNAPSHOT_DAYS: wholeNumber(0, 3_660)
    .default(400)
    .describe(
      'How long the graph keeps how the gaps of the organisation, of projects and of teams stood day by day, from which queries say what changed since then and why, in days; 0: they are not kept',
    ),
  SKILLWAKE_SWITCH_PATIENCE_SECONDS: wholeNumber(0, 3_600)
    .default(5)
    .describe(
      'How long requests that began before a switch of calibrations may go on reading the former levels',
    ),
  SKILLWAKE_EXECUTION: z
    .enum(['compiled', 'interpreted'])
    .default('compiled')
    .describe(
      'How queries run: compiled where that gives the same result, or all by graphql-js, more slowly',
    ),
  SKILLWAKE_METRICS_HOSTS: z
    .string()
    .default('')
    .describe(
      'Names by which programs on this machine may ask for /metrics beside localhost and addresses of loopback, separated by commas',
    ),
  SKILLWAKE_METRICS: z
    .enum(['loopback', 'network'])
    .default('loopback')
    .describe(
      'Who may read /metrics: only this machine, under a name of its own, or everyone who can reach the port',
    ),
  SKILLWAKE_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('warn')
    .describe('What is logged to standard error; a line for every request at info'),
});

export type Config = z.infer<typeof settings> & { readonly SKILLWAKE_GRAPHIQL: boolean };

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the settings from the environment and the files that it names; throws one InstallationError that tells all
 * faults at once and never a secret's value.
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = givenSettings(environment, Object.keys(settings.shape));
  const result = settings.safeParse(given.values);
  const issues = result.error?.issues ?? [];
  const faults = [...given.faults, ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`)];
  const { SKILLWAKE_HOST: host, SKILLWAKE_SECRET: secret } = given.values;
  const onLoopback = host === undefined || loopback.has(host);
  if (secret === undefined && !onLoopback) {
    faults.push(
      'SKILLWAKE_HOST: is not a loopback address, so set SKILLWAKE_SECRET (32 characters or more) or SKILLWAKE_SECRET_FILE to listen there, or leave SKILLWAKE_HOST out',
    );
  }
  if (!result.success || faults.length > 0)
    throw new InstallationError(`The settings are not valid: ${faults.join('; ')}.`);
  const config = result.data;
  return {
    ...config,
    SKILLWAKE_DATA_DIRECTORY: resolve(config.SKILLWAKE_DATA_DIRECTORY),
    SKILLWAKE_GRAPHIQL: config.SKILLWAKE_GRAPHIQL ?? onLoopback,
  };
}
