import { outsideNameOf } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { questionVersionByKey } from '../questions/question.loader';
import { summaryOfChange } from './change-summary';
import { summaryOfExplanation } from './explanation-summary';
import { foldingsOf, type Folding } from './folding';
import { MasteryChangeKind, type MasteryChange, type MasteryExplanation } from './explanation.type';
import { Telling, type Change } from './trace';

/** Explanations by 'person skill' (internal ids); one read of evidence for all of them. */
export const explanationOfMastery: BatchRead<string, MasteryExplanation, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const foldings = await foldingsOf(context.database, keys);
  return Promise.all(
    foldings.map(async (folding) => {
      const { changes, ...told } = explain(folding, asOf);
      return { ...told, changes: await Promise.all(changes.map((change) => shown(context, change))) };
    }),
  );
};

type Explained = Omit<MasteryExplanation, 'changes'> & { readonly changes: Change[] };

/**
 * The fold told as a sum: each item's change is the level after it minus the level before, so that they telescope. What
 * fades within a sitting is told with what fades until the next one.
 */
function explain(folding: Folding, asOf: number): Explained {
  const telling = new Telling(folding);
  const changes: Change[] = [];
  const prior = telling.level;
  let fading = 0;
  const tellFading = (at: number): void => {
    if (fading !== 0) changes.push({ kind: MasteryChangeKind.FADING, at, change: fading });
    fading = 0;
  };
  for (const item of folding.items) {
    fading += telling.fadeTo(item.at);
    const { sitting } = telling;
    const change = telling.take(item);
    if (telling.sitting !== sitting) tellFading(item.at);
    if (change) changes.push(change);
  }
  fading += telling.fadeTo(asOf);
  tellFading(asOf);
  changes.reverse();
  const { level, range, answers, claims } = telling;
  const summary = summaryOfExplanation({ prior, range, answers, claims, changes, asOf });
  return { prior, level, changes, summary };
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
    summary: summaryOfChange(told),
  };
}
