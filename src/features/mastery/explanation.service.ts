import { step } from '../../estimators/fold';
import { expectedLevel } from '../../estimators/level';
import { abilityOn, newPerson } from '../../estimators/person-state';
import type { RequestContext } from '../access/context';
import { load, type BatchRead } from '../access/loaders';
import { ClaimKind } from '../evidence/claim.type';
import { outsideNameOf } from '../../shared/ids';
import { questionVersionByKey } from '../questions/question.loader';
import { foldingsOf, type Folding } from './folding';
import { percent } from './mastery.read';
import { MasteryChangeKind, type MasteryChange, type MasteryExplanation } from './mastery.type';
import { dayOf } from './stored-state';

/** A change before its question is looked up. */
interface Change {
  readonly kind: MasteryChangeKind;
  readonly at: number;
  readonly change: number;
  /** Evidence id; absent for fading. */
  readonly id?: string;
  readonly answer?: { readonly version: string; readonly expected: number; readonly score: number };
  readonly claim?: { readonly kind: ClaimKind; readonly level: number };
}

/** Explanations by 'person skill' (internal ids); one read of evidence for all of them. */
export const explanationOfMastery: BatchRead<string, MasteryExplanation, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const foldings = await foldingsOf(context.database, keys);
  return Promise.all(
    foldings.map(async (folding) => {
      const told = explain(folding, asOf);
      const changes = await Promise.all(told.changes.map((change) => shown(context, change)));
      return { prior: told.prior, level: told.level, changes: changes.reverse() };
    }),
  );
};

/**
 * The fold told as a sum: each item's change is the level after it minus the level before, so that they telescope. What
 * fades within a sitting is told with what fades until the next one.
 */
function explain(
  { items, skill, reference, calibration }: Folding,
  asOf: number,
): { prior: number; level: number; changes: Change[] } {
  const person = newPerson<string>(calibration);
  const levelAt = (at: number): number =>
    expectedLevel(abilityOn(person, person.skills.get(skill), dayOf(at), calibration), reference);
  const changes: Change[] = [];
  const prior = levelAt(0);
  let level = prior;
  let fading = 0;
  const fade = (at: number): void => {
    const faded = levelAt(at);
    fading += faded - level;
    level = faded;
  };
  const tellFading = (at: number): void => {
    if (fading !== 0) changes.push({ kind: MasteryChangeKind.FADING, at, change: fading });
    fading = 0;
  };
  for (const item of items) {
    fade(item.at);
    const { sittings } = person;
    const expected = step(person, item, calibration)?.probability ?? NaN;
    const after = levelAt(item.at);
    if (person.sittings !== sittings) tellFading(item.at);
    const { at, answer, claim, answered } = item;
    const change = after - level;
    if (answer && answered) {
      const isOnSkill = Array.from(answered.skills).includes(skill);
      const kind = isOnSkill ? MasteryChangeKind.ANSWER : MasteryChangeKind.RELATED_ANSWER;
      changes.push({ kind, at, change, id: item.id, answer: { ...answer, expected } });
    } else if (claim?.skill === skill) {
      changes.push({ kind: MasteryChangeKind.CLAIM, at, change, id: item.id, claim });
    }
    level = after;
  }
  fade(asOf);
  tellFading(asOf);
  return { prior, level, changes };
}

async function shown(context: RequestContext, told: Change): Promise<MasteryChange> {
  const { kind, at, change, id, answer, claim } = told;
  const version = answer ? await load(context, questionVersionByKey, answer.version, null) : null;
  return {
    kind,
    at: new Date(at),
    change,
    version,
    expected: answer?.expected ?? null,
    score: answer?.score ?? null,
    outsideId: id === undefined ? null : outsideNameOf(id),
    claimKind: claim?.kind ?? null,
    claimedLevel: claim?.level ?? null,
    summary: summaryOf(told),
  };
}

const claimants: Readonly<Record<ClaimKind, string>> = {
  [ClaimKind.SELF]: 'The person',
  [ClaimKind.PEER]: 'A peer',
  [ClaimKind.LEAD]: 'A lead',
  [ClaimKind.CREDENTIAL]: 'A credential',
};

function summaryOf({ kind, change, answer, claim }: Change): string {
  const moved = `${change >= 0 ? 'raised' : 'lowered'} the level by ${(100 * Math.abs(change)).toFixed(1)} points`;
  if (claim) return `${claimants[claim.kind]} stated ${percent(claim.level)}, which ${moved}.`;
  if (!answer) return `Time without evidence made the level less certain and ${moved}.`;
  const { score, expected } = answer;
  const happened = `scored ${percent(score)} where ${percent(expected)} was expected`;
  const against = change * (score - expected) < 0;
  if (kind === MasteryChangeKind.RELATED_ANSWER) {
    const why = against
      ? 'the other way, since it is taken to be about those skills and not about ability in general'
      : 'through what it says of ability in general';
    return `An answer on other skills ${happened}, and ${moved}, ${why}.`;
  }
  const why = against ? ', the other way: practice, or another skill of the question, explains it' : '';
  return `An answer ${happened}, and ${moved}${why}.`;
}
