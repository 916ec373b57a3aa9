import { inSlices, mapInSlices } from '../../shared/slices';
import type { Withheld } from '../disclosure/withheld.type';
import { roundingFor } from '../disclosure/rounded';
import { pageByKey } from '../modules/module.loader';
import { loadAhead, type BatchRead } from '../request/loaders';
import { answersAfterPages, type AnswersToVersion, type FirstAnswer } from './answers-after.read';
import { passagesOfRevision, tooFew, type Cut, type RevisionPassages } from './content-figures.loader';
import { pageFigures, type AnswersAfter, type JudgedPage } from './page-figures';
import type { PageFigures } from './page-figures.type';
import { pageStatistics } from './page-statistics';
import { playedOnPages, type PlayedAt } from './played.read';
import { secondsSeenBy } from './seconds-seen-by-people';
import type { SecondsSeen } from './seconds-seen.type';

/** The answers to what each page of a revision asks, by its number. */
const answersOfRevision: BatchRead<string, ReadonlyMap<number, readonly AnswersToVersion[]>, null> = async (
  { database },
  revisions,
) => {
  const answers = await answersAfterPages(database, revisions);
  return revisions.map((revision) => answers.get(revision) ?? new Map());
};

/** What was played on each page. */
const playedOnPage: BatchRead<string, readonly PlayedAt[], null> = async ({ database }, pages) => {
  const played = await playedOnPages(database, pages);
  return pages.map((page) => played.get(page) ?? []);
};

/** The pages of each revision, by their number, with what is known of them. */
const judgedPages: BatchRead<string, ReadonlyMap<number, JudgedPage>, Cut> = async (
  context,
  revisions,
  cut,
) => {
  const [passages, answers] = await Promise.all([
    loadAhead(context, passagesOfRevision, revisions, cut),
    loadAhead(context, answersOfRevision, revisions, null),
  ]);
  const judged: ReadonlyMap<number, JudgedPage>[] = [];
  for (const revision of revisions) {
    const of = passages.get(revision);
    const steps = of && judgedPagesOf(of, answers.get(revision) ?? new Map());
    judged.push(steps ? await inSlices(steps, context.gone) : new Map());
  }
  return judged;
};

function* judgedPagesOf(
  { passages, pages, knownBy }: RevisionPassages,
  asked: ReadonlyMap<number, readonly AnswersToVersion[]>,
): Generator<void, ReadonlyMap<number, JudgedPage>> {
  const statistics = yield* pageStatistics(
    passages,
    pages.map(({ number }) => number),
  );
  const first = new Map<number, FirstAnswer[]>();
  for (const [number, versions] of asked) {
    first.set(
      number,
      versions.flatMap((one) => [...one.first(knownBy)]),
    );
    yield;
  }
  return new Map(
    pages.flatMap(({ number, expectedSeconds }, place) => {
      const ofPage = statistics[place];
      if (!ofPage) return [];
      const asking = pages.find((page) => page.number >= number && page.questions > 0)?.number;
      const openedBy = new Set(ofPage.openedBy);
      const given = (first.get(asking ?? NaN) ?? []).filter(({ person }) => openedBy.has(person));
      const after: AnswersAfter = {
        people: new Set(given.map(({ person }) => person)).size,
        answers: given.length,
        right: given.reduce((sum, { score }) => sum + score, 0),
      };
      return [[number, { statistics: ofPage, expectedSeconds, after }] as const];
    }),
  );
}

/** What people do on each page. */
export const figuresOfPage: BatchRead<string, PageFigures | Withheld, Cut> = async (context, keys, cut) => {
  const pages = await loadAhead(context, pageByKey, keys, null);
  const revisions = [...pages.values()].flatMap((page) => (page ? [page.revisionKey] : []));
  const [found, visible] = await Promise.all([
    loadAhead(context, judgedPages, revisions, cut),
    context.visible(),
  ]);
  return keys.map((key) => {
    const page = pages.get(key);
    const ofRevision = found.get(page?.revisionKey ?? '');
    const one = ofRevision?.get(page?.number ?? NaN);
    const others = [...(ofRevision?.values() ?? [])].filter((other) => other !== one);
    return (one && pageFigures(one, others, roundingFor(visible))) ?? tooFew('people opened this page');
  });
};

/** What people saw of the video on each page. */
export const secondsSeenOfPage: BatchRead<string, SecondsSeen | Withheld, Cut> = async (
  context,
  keys,
  cut,
) => {
  const pages = await loadAhead(context, pageByKey, keys, null);
  const revisions = [...pages.values()].flatMap((page) => (page ? [page.revisionKey] : []));
  const [passages, played] = await Promise.all([
    loadAhead(context, passagesOfRevision, revisions, cut),
    loadAhead(context, playedOnPage, keys, null),
  ]);
  return mapInSlices(
    keys,
    (key) => {
      const knownBy = passages.get(pages.get(key)?.revisionKey ?? '')?.knownBy;
      const counting = (played.get(key) ?? []).filter(
        ({ person, recordedAt }) => recordedAt <= (knownBy?.get(person) ?? -Infinity),
      );
      return secondsSeenBy(counting) ?? tooFew('people played this video');
    },
    context.gone,
  );
};
