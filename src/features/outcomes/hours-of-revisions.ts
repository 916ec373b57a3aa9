import { quantile } from '../../estimators/quantiles';
import { VisitState } from '../capture/visit-state';
import { smallestGroup } from '../disclosure/disclosure';
import { releasedPassages } from '../exhaust/passages';
import { moduleByKey, revisionByKey } from '../modules/module.loader';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';

/** How long a revision takes, and of what module it is. */
export interface Duration {
  /** Internal id. */
  readonly module: string;
  /** Undefined where not known. */
  readonly hours: number | undefined;
}

/** How long revisions take, and of what module they are: by released times of those who completed them. */
export async function hoursOfRevisions(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, Duration>> {
  const passages = await releasedPassages(context, revisions);
  const rows = await loadAhead(context, revisionByKey, revisions, null);
  const modules = await loadAhead(
    context,
    moduleByKey,
    [...rows.values()].flatMap((row) => row?.moduleKey ?? []),
    null,
  );
  return new Map(
    [...rows].map(([revision, row]) => {
      const seconds = (passages.get(revision)?.groups ?? [])
        .flatMap((group) => group.passages)
        .flatMap(({ state, secondsToCompletion }) =>
          state === VisitState.COMPLETED && secondsToCompletion !== null ? [secondsToCompletion] : [],
        )
        .sort((left, right) => left - right);
      const expected = modules.get(row?.moduleKey ?? '')?.expectedMinutes;
      const stated = expected == null ? undefined : expected / 60;
      const measured = seconds.length >= smallestGroup ? quantile(seconds, 0.5) / 3_600 : undefined;
      const hours = measured !== undefined && measured > 0 ? measured : stated;
      return [revision, { module: row?.moduleKey ?? '', hours }];
    }),
  );
}
