import type { Database } from '../../graph/driver/database';
import { attachmentsBy, type AttachmentContent } from './attachment.store';
import type { JsonObject } from './checking/faults';
import { definitionKey } from './defining.service';
import { definitionsByKey } from './definition.store';
import { thingsIn } from './definitions';
import { findStatements, textsOf, type Search } from './finding.read';
import { byIds, canonicalBy, formatted, type Format } from './formatting';
import { languageChooser } from './languages';
import { identifierOf, nameOf } from './naming';
import type { Actor } from './statement';
import type { GivenStatement } from './statement-parts';
import { statementByKey, statementKey } from './statement.store';

/** What a list of statements is asked for by; times in epoch microseconds. */
export interface Filter {
  readonly agent?: Actor;
  readonly verb?: string;
  readonly activity?: string;
  readonly registration?: string;
  readonly relatedAgents: boolean;
  readonly relatedActivities: boolean;
  /** Stored after this, and at this or before. */
  readonly since?: number;
  readonly until?: number;
  readonly ascending: boolean;
}

/** How statements are shown. */
export interface Showing {
  readonly format: Format;
  readonly acceptLanguage: string | undefined;
  readonly attachments: boolean;
}

/** Statements as JSON texts, with the bytes of their attachments where these are asked for. */
export interface Shown {
  readonly texts: readonly string[];
  readonly attachments: readonly AttachmentContent[];
}

/** Most statements of a page, and most bytes: whichever is reached first ends it, after one at least. */
export const mostOfPage = 500;
const largestPage = 4 * 1024 * 1024;

const earliest = 0;
const latest = Number.MAX_SAFE_INTEGER;

/** A page of what a platform has sent, and where the next one begins; that is undefined where there is none. */
export async function pageOfStatements(
  database: Database,
  platform: string,
  filter: Filter,
  { limit, from }: { readonly limit: number; readonly from: number | undefined },
): Promise<{ seqs: readonly number[]; next: number | undefined }> {
  const most = limit === 0 ? mostOfPage : Math.min(limit, mostOfPage);
  const found = await findStatements(database, searchOf(platform, filter, from, most + 1));
  let bytes = 0;
  const page = found
    .slice(0, most)
    .filter(({ size }, place) => (bytes += size) <= largestPage || place === 0);
  const seqs = page.map(({ seq }) => seq);
  return { seqs, next: found.length > seqs.length ? seqs.at(-1) : undefined };
}

/** The rarest condition leads: a person or a registration has fewer statements than an Activity, and that fewer than a verb. */
function searchOf(platform: string, filter: Filter, from: number | undefined, limit: number): Search {
  const { agent, verb, activity, registration, relatedAgents, relatedActivities, ascending } = filter;
  const identifier = agent && identifierOf(agent);
  const conditions = [
    ...(registration === undefined
      ? []
      : [{ name: nameOf(platform, 'registration', registration.toLowerCase()), broad: false }]),
    ...(identifier === undefined
      ? []
      : [{ name: nameOf(platform, 'agent', identifier), broad: relatedAgents }]),
    ...(activity === undefined
      ? []
      : [{ name: nameOf(platform, 'activity', activity), broad: relatedActivities }]),
    ...(verb === undefined ? [] : [{ name: nameOf(platform, 'verb', verb), broad: false }]),
  ];
  const [leading = { name: nameOf(platform, 'all', ''), broad: false }, ...others] = conditions;
  const { since = earliest, until = latest - 1 } = filter;
  return {
    ...leading,
    direct: others.flatMap(({ name, broad }) => (broad ? [] : [name])),
    any: others.flatMap(({ name, broad }) => (broad ? [name] : [])),
    after: ascending ? Math.max(since, from ?? earliest) : since,
    before: ascending ? until + 1 : Math.min(until + 1, from ?? latest),
    ascending,
    limit,
  };
}

/** Statements as they are asked for, in the order of these times of storing. */
export async function showStatements(
  database: Database,
  platform: string,
  seqs: readonly number[],
  showing: Showing,
): Promise<Shown> {
  return shown(database, platform, await textsOf(database, seqs), showing);
}

/** One statement and when it was stored, epoch microseconds; undefined where it is not there, or is voided and should not be. */
export async function showStatement(
  database: Database,
  platform: string,
  { id, voided }: { readonly id: string; readonly voided: boolean },
  showing: Showing,
): Promise<(Shown & { readonly seq: number }) | undefined> {
  const found = await statementByKey(database, statementKey(platform, id));
  if (found?.voided !== voided) return undefined;
  return { ...(await shown(database, platform, [found.text], showing)), seq: found.seq };
}

async function shown(
  database: Database,
  platform: string,
  texts: readonly string[],
  { format, acceptLanguage, attachments }: Showing,
): Promise<Shown> {
  if (format === 'exact' && !attachments) return { texts, attachments: [] };
  const statements = texts.map((text) => JSON.parse(text) as GivenStatement & JsonObject);
  const digests = attachments
    ? statements.flatMap((one) => (one.attachments ?? []).map(({ sha2 }) => sha2))
    : [];
  const contents = await attachmentsBy(database, platform, digests);
  if (format === 'exact') return { texts, attachments: contents };
  const formatting =
    format === 'ids'
      ? byIds
      : canonicalBy(await describedIn(database, platform, statements), languageChooser(acceptLanguage));
  return {
    texts: statements.map((one) => JSON.stringify(formatted(one, formatting))),
    attachments: contents,
  };
}

/** What is known of the Activities and Verbs of some statements. */
async function describedIn(
  database: Database,
  platform: string,
  statements: readonly GivenStatement[],
): Promise<(kind: 'activity' | 'verb', id: string) => JsonObject | undefined> {
  const keys = statements.flatMap((one) =>
    thingsIn(one).map(({ kind, id }) => definitionKey(platform, kind, id)),
  );
  const found = await definitionsByKey(database, [...new Set(keys)]);
  return (kind, id) => {
    const text = found.get(definitionKey(platform, kind, id));
    return text === undefined ? undefined : (JSON.parse(text) as JsonObject);
  };
}
