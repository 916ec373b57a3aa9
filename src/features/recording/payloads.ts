import { positionIn } from '../../shared/items';
import { EvidenceStatus, type RecordEvidencePayload } from '../evidence/answer.type';
import type { Sorted } from '../evidence/evidence.service';

/** What a client is answered about a batch. */
export function payloadOf({
  statuses,
  batch,
}: Pick<Sorted<unknown>, 'statuses' | 'batch'>): RecordEvidencePayload {
  return payloadWith(
    [...statuses].map(([index, status]) => ({ index, status })),
    batch.errors,
  );
}

/** What each client is answered about its own batch, where several were joined. */
export function payloadsOf({ statuses, batch }: Sorted<unknown>, batches: number): RecordEvidencePayload[] {
  const results = Array.from({ length: batches }, (): RecordEvidencePayload['results'] => []);
  const errors = Array.from({ length: batches }, (): RecordEvidencePayload['errors'] => []);
  for (const [position, status] of statuses) {
    const { batch: place, index } = positionIn(position);
    results[place]?.push({ index, status });
  }
  for (const error of batch.errors) {
    const { batch: place, index } = positionIn(error.index);
    errors[place]?.push({ ...error, index });
  }
  return results.map((ofBatch, place) => payloadWith(ofBatch, errors[place] ?? []));
}

function payloadWith(
  results: RecordEvidencePayload['results'],
  errors: RecordEvidencePayload['errors'],
): RecordEvidencePayload {
  const withStatus = (wanted: EvidenceStatus): number =>
    results.filter(({ status }) => status === wanted).length;
  const [recorded, duplicates] = [EvidenceStatus.RECORDED, EvidenceStatus.DUPLICATE].map(withStatus);
  return { recorded: recorded ?? 0, duplicates: duplicates ?? 0, results, errors };
}
