import { externalNameOf } from '../../shared/ids';
import { inSlices, mapInSlices } from '../../shared/slices';
import { loadAhead, type BatchRead } from '../request/loaders';
import { questionVersionByKey } from '../questions/question.loader';
import type { QuestionVersion } from '../questions/question-version.type';
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
  const foldings = await foldingsOf(context, keys);
  const explained = await Promise.all(
    foldings.map((folding) => inSlices(explain(folding, asOf), context.gone)),
  );
  const versionKeys = explained.flatMap(({ changes }) =>
    changes.flatMap(({ answer }) => answer?.version ?? []),
  );
  const versions = await loadAhead(context, questionVersionByKey, versionKeys, null);
  return Promise.all(
    explained.map(async ({ changes, ...rest }) => ({
      ...rest,
      changes: await mapInSlices(changes, shownWith(versions), context.gone),
    })),
  );
};

type Explained = Omit<MasteryExplanation, 'changes'> & { readonly changes: Change[] };

/**
 * The fold as a sum: each item's change is the level after it minus the level before, so that they telescope. What
 * fades within a sitting is shown with what fades until the next one. A step for each item.
 */
function* explain(folding: Folding, asOf: number): Generator<void, Explained> {
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
    yield;
  }
  fading += trace.fadeTo(asOf);
  addFading(asOf);
  changes.reverse();
  const { level, range, answers, claims } = trace;
  const summary = summaryOfExplanation({ prior, range, answers, claims, changes, asOf });
  return { prior, level, changes, summary };
}

function shownWith(versions: ReadonlyMap<string, QuestionVersion | null>) {
  return (traced: Change): MasteryChange => shown(traced, versions);
}

function shown(traced: Change, versions: ReadonlyMap<string, QuestionVersion | null>): MasteryChange {
  const { kind, at, change, id, answer, claim } = traced;
  const version = (answer && versions.get(answer.version)) ?? null;
  return {
    kind,
    at: new Date(at),
    change,
    version,
    expected: answer?.expected ?? null,
    score: answer?.score ?? null,
    doubted: answer?.doubted ?? false,
    rescored: answer?.rescored ?? false,
    seenBefore: answer?.seenBefore ?? false,
    externalId: id === undefined ? null : externalNameOf(id),
    claimKind: claim?.kind ?? null,
    claimedLevel: claim?.level ?? null,
    summary: summaryOfChange(traced),
  };
}
