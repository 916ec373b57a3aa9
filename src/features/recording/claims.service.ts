import { repeatedClaims } from '../../estimators/fold';
import { expectAll } from '../../graph/driver/errors';
import type { Reference } from '../../graph/nouns/identity';
import type { Queries } from '../../graph/driver/statement';
import { Batch } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { claimCheck, type CheckedClaim, type ClaimInput } from '../evidence/claim.input';
import {
  claimsOf,
  namedByClaim,
  refuseByThemselves,
  refuseOthers,
  resolveClaims,
  type Stating,
} from '../evidence/claim.service';
import { claimsOfPeople, writeClaims, type HeldClaim, type StoredClaim } from '../evidence/claim.store';
import { knownAfterMerges, notAhead, sortEvidence } from '../evidence/evidence.service';
import { evidenceHashes } from '../evidence/evidence.store';
import { personIdentity } from '../people/people.store';
import { skillIdentity } from '../skills/skill.store';
import { readingsOfSkills, type Calibration } from '../calibrations/calibration.store';
import { claimItem, claimOf, positionOfClaim } from '../mastery/evidence-items';
import { foldIn, type FreshEvidence } from '../mastery/fold.service';
import { lockReferredPeople } from '../mastery/locked-people.store';
import { payloadsOf } from './payloads';
import type { Given } from './recording.service';
import { KindOfWrite, SharedWrites } from './shared-writes';

const correctClaim = 'withdraw it and record the correction under a new id.';

/** What one request may record of the claims that it gave, and when it came. */
interface ClaimsToRecord extends Pick<Stating, 'mayState'> {
  readonly theirs: Batch<CheckedClaim>;
  readonly now: number;
}

const claims = new KindOfWrite<ClaimsToRecord, RecordEvidencePayload>();

/** Records claims, in one transaction, maybe with other requests' claims. */
export async function recordClaims(
  context: Given & Pick<RequestContext, 'viewer'>,
  items: readonly ClaimInput[],
): Promise<RecordEvidencePayload> {
  const { database, rules, viewer, now, counts, gone } = context;
  const checked = Batch.check(items, claimCheck).map(notAhead(now, rules.clockSkew));
  await takeTurns(gone);
  const stating = await claimsOf(database, viewer, now);
  const named = await personIdentity.resolve(database, namedIn(checked));
  // Before they wait for anybody: see there.
  const theirs = refuseOthers(checked, named, stating);
  const batch = { theirs, now, mayState: stating.mayState };
  // What is written together outlives the request of each of them.
  const given = { database: database.until(undefined), rules, counts };
  const write = (batches: readonly ClaimsToRecord[]) => writeTogether(given, batches);
  const about = new Set(namedIn(theirs));
  const payload = await SharedWrites.of(context).write(claims, { about, batch, write, gone });
  counts.evidence('claim', payload);
  return payload;
}

/**
 * Records batches of claims in one transaction, as if one came after the other, with the people whom they name locked as by
 * whoever records answers.
 */
async function writeTogether(
  { database, rules, counts }: Pick<Given, 'database' | 'rules' | 'counts'>,
  batches: readonly ClaimsToRecord[],
): Promise<RecordEvidencePayload[]> {
  const now = Math.max(...batches.map((one) => one.now));
  const all = Batch.joined(batches.map(({ theirs }) => theirs));
  const { payloads, refolded } = await database.idempotentTransaction(async (tx) => {
    const { people, calibrations } = await lockReferredPeople(tx, namedIn(all));
    const skills = await lockReferredSkills(
      tx,
      all.good.map(({ value }) => value.skill),
    );
    const { bands } = rules;
    const resolved = Batch.joined(
      batches.map(({ theirs, mayState }) => resolveClaims(theirs, { people, skills, bands, mayState })),
    );
    const existing = await evidenceHashes(
      tx,
      resolved.good.map(({ value }) => value.id),
    );
    const accepted = refuseByThemselves(resolved, existing);
    const known = await knownAfterMerges(tx, accepted, existing, namedByClaim);
    const sorted = sortEvidence(accepted, known, correctClaim);
    const count = await writeClaims(tx, sorted.fresh, now);
    const counting = sorted.fresh.filter(({ id }) => count.has(id));
    const fresh = await freshClaims(tx, counting, calibrations);
    const late = await foldIn(tx, fresh, people.values(), calibrations);
    return { payloads: payloadsOf(sorted, batches.length), refolded: late };
  });
  counts.refolded(refolded);
  return payloads;
}

function namedIn({ good }: Batch<CheckedClaim>): Reference[] {
  return good.flatMap(({ value: { person, by } }) => (by == null ? [person] : [person, by]));
}

/** Claims that were just written and are not withdrawn, with the difficulties of their skills' reference questions. */
async function freshClaims(
  tx: Queries,
  claims: readonly StoredClaim[],
  calibrations: readonly Calibration[],
): Promise<FreshEvidence[]> {
  const stated = await claimsOfPeople(tx, [...new Set(claims.map(({ person }) => person))]);
  const held = stated.map((row) => row.claims.map(claimOf));
  const skills = await readingsOfSkills(tx, new Set(held.flat().map(({ skill }) => skill)), calibrations);
  const itemWith = (claim: HeldClaim) => (calibration: Calibration) =>
    claimItem(claim, { skills }, calibration);
  const repeated = new Set(
    calibrations.flatMap((calibration) =>
      held.flatMap((ofPerson) => repeatedClaims(ofPerson.map((claim) => itemWith(claim)(calibration)))),
    ),
  );
  const fresh = new Set(claims.map(({ id }) => id));
  return held
    .flat()
    .filter(({ id }) => fresh.has(id))
    .map((claim) => {
      const reading = skills.get(claim.skill);
      return {
        person: claim.person,
        skills: new Map(
          reading
            ? [
                [reading.node, claim.skill],
                ...[...reading.others.values()].map(({ node, skill }) => [node, skill] as const),
              ]
            : [],
        ),
        replaces: repeated.has(claim.id),
        ...positionOfClaim(claim),
        itemWith: itemWith(claim),
      };
    });
}

/** Skills by reference, locked: one that is being deleted is waited for, and found gone, or in use by the claim. */
async function lockReferredSkills(
  tx: Queries,
  references: Iterable<Reference>,
): Promise<Map<Reference, string>> {
  const skills = await skillIdentity.resolve(tx, references);
  const distinct = new Set(skills.values());
  expectAll((await skillIdentity.lock(tx, distinct)).size, distinct.size);
  return skills;
}
