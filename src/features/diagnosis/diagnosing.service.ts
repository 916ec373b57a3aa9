import { diagnosisSteps } from '../../estimators/content-diagnosis';
import type { GivenBesides } from '../../estimators/missed-skill';
import { currentRevisions } from '../modules/revision.store';
import { inSlices, mapInSlices } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { keptDiagnoses, type KeptDiagnosis } from './diagnosis.store';
import { earlierDifficulties } from './earlier-difficulties.read';
import { basisOf, diagnosedAnswers, findingOf, type Finding } from './finding';
import { answersOfVersions, releasedOf, type AnsweredVersion } from './given-answers.read';
import { keepFound } from './keeping-found.service';
import type { StandingProblem } from './problem-changes';
import { standingProblems } from './problem.store';
import { basisOfPages, findPages, readPages, teachingPages, type ReadPage } from './read-pages';
import { KeptTests, type Test } from './tests.read';

/** While answers wait to be released, time alone releases some of them: it is looked again after so long. */
const longestWait = 3_600_000;

/**
 * What tests are found to be, by internal id of their module or skill, from what is released of their people; what is due is
 * found first, once for whoever asks, and the problems that it shows are opened and closed. Pages of current revisions are
 * looked at with their questions, and for their own sake where that is asked for.
 */
export async function diagnosedTests(
  context: RequestContext,
  keys: readonly string[],
  also: 'questions' | 'pages' = 'questions',
): Promise<Map<string, KeptDiagnosis>> {
  const { background, database, now } = context;
  const distinct = [...new Set(keys)];
  const [tests, kept] = await Promise.all([
    background.keep(KeptTests).now(database, distinct),
    keptDiagnoses(database, distinct),
  ]);
  const answered = tests.filter((test) => isDue(test, kept.get(test.key), now));
  const pages = await pagesOfTests(context, also === 'pages' ? tests : answered);
  const due = tests.filter(
    (test) =>
      answered.includes(test) ||
      (pages.has(test.key) && pages.get(test.key)?.basis !== kept.get(test.key)?.pagesBasis),
  );
  if (due.length === 0) return kept;
  const found = await findingsOn(context, due, pages, (version) => releasedOf(version, now));
  await keepFound(context, found, kept);
  return new Map([...kept, ...found]);
}

function isDue(test: Test, kept: KeptDiagnosis | undefined, now: number): boolean {
  return (
    kept?.answers !== test.answers ||
    kept.withdrawn !== test.withdrawn ||
    kept.decided !== test.decided ||
    (kept.waiting && now - kept.at >= longestWait)
  );
}

interface PagesOfTest {
  readonly pages: readonly ReadPage[];
  readonly basis: string;
}

/** The pages of the current revision of each module among these. */
async function pagesOfTests(
  context: RequestContext,
  tests: readonly Test[],
): Promise<Map<string, PagesOfTest>> {
  const revisions = await currentRevisions(
    context.database,
    tests.map(({ key }) => key),
  );
  const read = await readPages(
    context,
    revisions.map(({ key }) => key),
  );
  return new Map(
    revisions.map(({ module, key }) => {
      const pages = read.get(key) ?? [];
      return [module, { pages, basis: basisOfPages(pages) }];
    }),
  );
}

/** What tests are found to be from everything that is known, for whoever sees everybody. */
export async function fullyDiagnosed(
  context: RequestContext,
  keys: readonly string[],
): Promise<Map<string, KeptDiagnosis>> {
  const tests = await context.background.keep(KeptTests).now(context.database, keys);
  return findingsOn(context, tests, await pagesOfTests(context, tests), (version) => version);
}

/** From such answers as may be used. Of a question that a revision was published to mend only what came since counts. */
async function findingsOn(
  context: RequestContext,
  tests: readonly Test[],
  pagesOf: ReadonlyMap<string, PagesOfTest>,
  usable: (version: AnsweredVersion) => AnsweredVersion,
): Promise<Map<string, KeptDiagnosis>> {
  const { database, now, gone } = context;
  const [all, standing] = await Promise.all([
    answersOfVersions(
      context,
      tests.flatMap(({ own, beside }) => [...own, ...beside]),
    ),
    standingProblems(
      database,
      tests.map(({ key }) => key),
    ),
  ]);
  const mended = mendedAt([...standing.values()].flat());
  const usableNow = (version: AnsweredVersion): AnsweredVersion =>
    since(usable(version), mended.get(version.version));
  const used = new Map(
    (await mapInSlices(all.values(), usableNow, gone)).map((version) => [version.version, version]),
  );
  const before = await earlierDifficulties(database, [...used.values()]);
  const found = new Map<string, KeptDiagnosis>();
  for (const { key: test, own, beside, answers, withdrawn, decided } of tests) {
    const versions = [...own, ...beside].flatMap((version) => used.get(version) ?? []);
    const waiting = versions.some(
      ({ version, answers: some }) => some.length < (all.get(version)?.answers.length ?? 0),
    );
    const { pages, basis: pagesBasis } = pagesOf.get(test) ?? { pages: [], basis: null };
    const findings = await findingsOf(versions, new Set(own), { pages: teachingPages(pages), before }, gone);
    const byVersion = new Map(findings.map((one) => [one.version, one]));
    found.set(test, {
      ...{ test, answers, withdrawn, decided, waiting, findings, pagesBasis, at: now },
      basis: await basisOf(versions, decided, gone),
      pages: await findPages(pages, byVersion, gone),
    });
  }
  return found;
}

/** By version, when a revision that asks it was published to solve a problem of its question. */
function mendedAt(standing: readonly StandingProblem[]): Map<string, number> {
  const mended = new Map<string, number>();
  for (const { solvedAt, watchedOn } of standing)
    if (solvedAt !== null && watchedOn !== null)
      mended.set(watchedOn, Math.max(solvedAt, mended.get(watchedOn) ?? 0));
  return mended;
}

function since(version: AnsweredVersion, moment: number | undefined): AnsweredVersion {
  if (moment === undefined) return version;
  return { ...version, answers: version.answers.filter(({ at }) => at >= moment) };
}

async function findingsOf(
  versions: readonly AnsweredVersion[],
  own: ReadonlySet<string>,
  given: GivenBesides,
  gone: AbortSignal,
): Promise<Finding[]> {
  const answers = (await mapInSlices(versions, diagnosedAnswers, gone)).flat();
  const diagnoses = await inSlices(diagnosisSteps(answers, given), gone);
  const byQuestion = new Map(diagnoses.map((one) => [one.question, one]));
  return versions
    .filter(({ version }) => own.has(version))
    .map((version) => findingOf(version, byQuestion.get(version.version)));
}
