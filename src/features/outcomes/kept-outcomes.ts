import { currentCalibration } from '../calibrations/calibration.store';
import { versionParameters } from '../calibrations/version.store';
import { releasedLatest } from '../disclosure/released';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { always, type KeptFigures, type Stretch } from '../request/kept-figures';
import { loadAhead, type BatchRead } from '../request/loaders';
import { answersMark } from './answers-mark.read';
import type { Shown } from './cells';
import { answeredVersion, askedByRevision } from './released-answers';

/** What figures on revisions are made of beside the answers. */
export interface MadeOf {
  readonly shown: Shown;
  /** Whatever else of a revision, internal id, that can be written as a text. */
  readonly beside: (revision: string) => unknown;
}

/**
 * Figures on the answers given in revisions, by internal id, as they were found before where nothing has changed of what they are
 * made of; others are found.
 */
export async function keptOfRevisions<Figure extends object>(
  context: RequestContext,
  revisions: readonly string[],
  kept: KeptFigures<Figure>,
  { shown, beside }: MadeOf,
  find: (missing: readonly string[]) => Promise<ReadonlyMap<string, Figure>>,
): Promise<Map<string, Figure>> {
  const [marks, asked] = await Promise.all([
    loadAhead(context, answersMark, revisions, null),
    loadAhead(context, askedByRevision, revisions, null),
  ]);
  const versionsOf = (revision: string): string[] =>
    (asked.get(revision) ?? []).map(({ version }) => version);
  const readAs = await loadAhead(context, readingMark, revisions.flatMap(versionsOf), null);
  const nameOf = (revision: string): string =>
    JSON.stringify([
      ...[revision, marks.get(revision), shown, asked.get(revision), beside(revision)],
      ...versionsOf(revision).map((version) => readAs.get(version)),
    ]);
  const names = new Map(revisions.map((revision) => [revision, nameOf(revision)]));
  const figures = new Map<string, Figure>();
  for (const [revision, name] of names) {
    const before = kept.at(name, context.now);
    if (before) figures.set(revision, before);
  }
  const missing = [...names.keys()].filter((revision) => !figures.has(revision));
  if (missing.length === 0) return figures;
  for (const [revision, figure] of await find(missing)) {
    const stretch = shown === 'everything' ? always : await stretchOf(context, versionsOf(revision));
    kept.keep(names.get(revision) ?? '', figure, stretch);
    figures.set(revision, figure);
    await takeTurns(context.gone);
  }
  return figures;
}

/** How a version is read: by which calibration, and what that says of it. The same at every moment. */
export const readingMark: BatchRead<string, string | undefined, null> = async ({ database }, versions) => {
  const calibration = await currentCalibration(database);
  const parameters = await versionParameters(database, versions, [calibration]);
  return versions.map((version) => {
    const { questions, skillNodes: _, ...standing } = parameters.get(version) ?? {};
    return JSON.stringify([calibration, standing, ...(questions ?? [])]);
  });
};

/** Around now, between which moments nothing becomes known of answers to these versions, and nobody who waits is released. */
async function stretchOf(context: RequestContext, versions: readonly string[]): Promise<Stretch> {
  const answered = await loadAhead(context, answeredVersion, versions, null);
  let [from, before] = [-Infinity, Infinity];
  for (const { answers } of answered.values())
    for (const { recordedAt } of answers)
      for (const moment of [recordedAt, releasedLatest(recordedAt)])
        if (moment <= context.now) from = Math.max(from, moment);
        else before = Math.min(before, moment);
  return { from, before };
}
