import type { z } from 'zod';
import type { Database } from '../../graph/driver/database';
import type { Queries } from '../../graph/driver/statement';
import type { Reference } from '../../graph/nouns/identity';
import { Batch } from '../../shared/items';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import {
  knownAfterMerges,
  notAhead,
  sortEvidence,
  type Digested,
  type Sorted,
} from '../evidence/evidence.service';
import { evidenceHashes } from '../evidence/evidence.store';
import { payloadOf, payloadsOf } from '../recording/payloads';
import { KindOfWrite, SharedWrites } from '../recording/shared-writes';
import type { RequestContext } from '../request/context';
import type { EvidenceKind } from '../request/counts';

/** What recording such evidence needs of a request; other doors than GraphQL have it too. */
export type Capturing = Pick<RequestContext, 'database' | 'rules' | 'now' | 'counts' | 'background' | 'gone'>;

/** Checked items of one request, and when it came. */
interface ToCapture<Checked> {
  readonly checked: Batch<Checked>;
  readonly now: number;
}

/** Digests of what is there under the ids of a batch; null for what is only awaited, and for a stub. */
export type Existing = ReadonlyMap<string, string | null>;

/** One kind of evidence that moves no level: how a batch of it is checked, looked up and written. */
export interface CapturedKind<
  Checked extends { readonly outside: string },
  Referred,
  Stored extends Digested,
> {
  readonly kind: EvidenceKind;
  /** For a kind of which several requests' items may be written in one transaction: whoever records them may record all of it. */
  readonly together?: KindOfWrite<ToCapture<Checked>, RecordEvidencePayload>;
  readonly check: z.ZodType<Checked>;
  /** Every moment that an item names, by field: none may lie ahead of the clock. */
  momentsOf(checked: Checked): Readonly<Record<string, number | null | undefined>>;
  /** Refuses what the viewer may not record, and gives the others the ids under which they are kept. Absent: all of it. */
  allow?(tx: Queries, checked: Batch<Checked>): Promise<Batch<Checked>>;
  /** Everything that the items refer to, in a number of statements that does not depend on how many they are. */
  look(tx: Queries, checked: readonly Checked[]): Promise<Referred>;
  /** References turned into what is there; what refers to something else is rejected. Pure. */
  resolve(checked: Batch<Checked>, referred: Referred, existing: Existing): Batch<Stored>;
  /** Internal ids of what its digest names, as hashAs takes them. */
  namedBy(stored: Stored): readonly string[];
  /** Writes what is new; gives the batch, with what may have been added to it. */
  write(
    tx: Queries,
    sorted: Sorted<Stored>,
    found: { readonly referred: Referred; readonly existing: Existing; readonly recordedAt: number },
  ): Promise<Sorted<Stored>>;
}

/** What a conflict is answered with. */
const correction = 'withdraw it and record the correction under a new id.';

/** Small batches about the same module: their writers would wait for each other at its pages, and at visits of it. */
class CaptureWrites extends SharedWrites {
  protected override readonly mostTogether = 32;
}

/** Larger batches are written by themselves: they gain nothing by it, and would make smaller ones wait. */
const largestSmallBatch = 50;

/**
 * Records a batch of one kind in one transaction, a small one maybe with other requests' items about the same module. Nobody
 * is locked: no level moves, the uniqueness of ids decides between two writers of one item, and what a merge or a deletion
 * takes away meanwhile is a lost race.
 */
export async function capture<
  Checked extends {
    readonly outside: string;
    readonly module?: Reference | null | undefined;
    readonly at: number;
  },
  Referred,
  Stored extends Digested,
>(
  of: CapturedKind<Checked, Referred, Stored>,
  context: Capturing,
  items: readonly unknown[],
): Promise<RecordEvidencePayload> {
  const { database, rules, now, counts, gone } = context;
  const checked = Batch.check(items, of.check).map(
    notAhead(now, rules.clockSkew, (value) => of.momentsOf(value)),
  );
  const { together } = of;
  const payload =
    together === undefined || items.length > largestSmallBatch
      ? payloadOf(await written(of, database, checked, now))
      : await CaptureWrites.of(context).write(together, {
          about: new Set(checked.good.flatMap(({ value }) => value.module ?? [])),
          batch: { checked, now },
          // What is written together outlives the request of each of them.
          write: (batches) => captureTogether(of, database.until(undefined), batches),
          gone,
        });
  counts.evidence(of.kind, payload);
  return payload;
}

/** Records batches in one transaction, as if one came after the other: of two items with one id the first stands. */
async function captureTogether<
  Checked extends { readonly outside: string },
  Referred,
  Stored extends Digested,
>(
  of: CapturedKind<Checked, Referred, Stored>,
  database: Database,
  batches: readonly ToCapture<Checked>[],
): Promise<RecordEvidencePayload[]> {
  const joined = Batch.joined(batches.map(({ checked }) => checked));
  const now = Math.max(...batches.map((one) => one.now));
  return payloadsOf(await written(of, database, joined, now), batches.length);
}

function written<Checked extends { readonly outside: string }, Referred, Stored extends Digested>(
  of: CapturedKind<Checked, Referred, Stored>,
  database: Database,
  checked: Batch<Checked>,
  recordedAt: number,
): Promise<Sorted<Stored>> {
  return database.idempotentTransaction(async (tx) => {
    const allowed = (await of.allow?.(tx, checked)) ?? checked;
    const values = allowed.good.map(({ value }) => value);
    const [referred, existing] = await Promise.all([
      of.look(tx, values),
      evidenceHashes(
        tx,
        values.map(({ outside }) => outside),
      ),
    ]);
    const resolved = of.resolve(allowed, referred, existing);
    const known = await knownAfterMerges(tx, resolved, existing, (stored) => of.namedBy(stored));
    const sorted = sortEvidence(resolved, known, correction);
    return of.write(tx, sorted, { referred, existing, recordedAt });
  });
}
