import { outsideNameOf } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { questionVersionByKey } from '../questions/question.loader';
import { summaryOfChange } from './change-summary';
import { summaryOfExplanation } from './explanation-summary';
import { foldingsOf, type Folding } from './folding';
import { MasteryChangeKind, type MasteryChange, type MasteryExplanation } from './explanation.type';
import { LevelTrace, type Change } from './trace';

/** Explanations by 'person skill' (internal ids); one read of evidence for all of them. */
export const explanationOfMastery: BatchRead<string, MasteryExplanation, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const foldings = await foldingsOf(context.database, keys);
  return Promise.all(
    foldings.map(async (folding) => {
      const { changes, ...explained } = explain(folding, asOf);
      return { ...explained, changes: await Promise.all(changes.map((change) => shown(context, change))) };
    }),
  );
};

type Explained = Omit<MasteryExplanation, 'changes'> & { readonly changes: Change[] };

/**
 * The fold as a sum: each item's change is the level after it minus the level before, so that they telescope. What
 * fades within a sitting is shown with what fades until the next one.
 */
function explain(folding: Folding, asOf: number): Explained {
  const trace = new LevelTrace(folding);
  const changes: Change[] = [];
  const prior = trace.level;
  let fading = 0;
  const addFading = (at: number): void => {
    if (fading !== 0) changes.push({ kind: MasteryChangeKind.FADING, at, change: fading });
    fading = 0;
  };
  for (const item of folding.items) {
    fading += trace.fadeTo(item.at);
    const { sitting } = trace;
    const change = trace.take(item);
    if (trace.sitting !== sitting) addFading(item.at);
    if (change) changes.push(change);
  }
  fading += trace.fadeTo(asOf);
  addFading(asOf);
  changes.reverse();
  const { level, range, answers, claims } = trace;
  const summary = summaryOfExplanation({ prior, range, answers, claims, changes, asOf });
  return { prior, level, changes, summary };
}

async function shown(context: RequestContext, traced: Change): Promise<MasteryChange> {
  const { kind, at, change, id, answer, claim } = traced;
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
    summary: summaryOfChange(traced),
  };
}
