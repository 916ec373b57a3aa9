import { statement, type Queries } from '../../graph/driver/statement';
import type { NewDelivery } from './delivery.store';

/** When what shows by itself was looked at last, epoch milliseconds; null where it never was. */
export interface NoticedRow {
  readonly gapsAt: number | null;
  readonly leaversAt: number | null;
}

const NOTICED = statement<NoticedRow>(
  'sending.noticed',
  `MATCH (installation:Installation {one: 1})
   RETURN installation.gapsNoticedAt AS gapsAt, installation.leaversNoticedAt AS leaversAt`,
);

export async function noticedSoFar(queries: Queries): Promise<NoticedRow> {
  const [row] = await queries.query(NOTICED);
  return row ?? { gapsAt: null, leaversAt: null };
}

/** A gap that webhooks were told is open. */
export interface OpenGap {
  readonly key: string;
  /** What was told of it, as JSON. */
  readonly told: string;
}

const OPEN = statement<OpenGap>(
  'sending.openGaps',
  `MATCH (gap:OpenGap) RETURN gap.key AS key, gap.told AS told ORDER BY key`,
  'All gaps are compared with all that were open before.',
);

export function openGaps(queries: Queries): Promise<OpenGap[]> {
  return queries.query(OPEN);
}

/** What has become of gaps, and the messages that tell it. */
export interface GapsToTell {
  /** When they were looked at before, and now. */
  readonly before: number | null;
  readonly now: number;
  readonly opened: readonly OpenGap[];
  /** Keys. */
  readonly closed: readonly string[];
  readonly deliveries: readonly NewDelivery[];
}

const TELL_GAPS = statement<{ told: boolean }>(
  'sending.tellGaps',
  `MATCH (installation:Installation {one: 1})
   SET installation.lock = 0
   WITH installation WHERE coalesce(installation.gapsNoticedAt, 0) = coalesce($before, 0)
   SET installation.gapsNoticedAt = $now
   FOREACH (item IN $opened | MERGE (gap:OpenGap {key: item.key}) SET gap.told = item.told)
   FOREACH (item IN $deliveries | CREATE (delivery:Delivery) SET delivery = item)
   RETURN true AS told`,
);

const CLOSE = statement(
  'sending.closeGaps',
  `UNWIND $closed AS key
   MATCH (gap:OpenGap {key: key})
   DELETE gap`,
);

/** Keeps messages together with which gaps are open: where another process has looked meanwhile, nothing is kept. */
export async function tellGaps(tx: Queries, gaps: GapsToTell): Promise<void> {
  const [row] = await tx.query(TELL_GAPS, { ...gaps });
  if (row && gaps.closed.length > 0) await tx.query(CLOSE, { closed: gaps.closed });
}

const TELL_LEAVERS = statement(
  'sending.tellLeavers',
  `MATCH (installation:Installation {one: 1})
   SET installation.lock = 0
   WITH installation WHERE coalesce(installation.leaversNoticedAt, 0) = coalesce($before, 0)
   SET installation.leaversNoticedAt = $now
   FOREACH (item IN $deliveries | CREATE (delivery:Delivery) SET delivery = item)`,
);

/** The same of who has left: from when on it was looked, until when, and the messages. */
export async function tellLeavers(
  tx: Queries,
  leavers: Pick<GapsToTell, 'before' | 'now' | 'deliveries'>,
): Promise<void> {
  await tx.query(TELL_LEAVERS, { ...leavers });
}
