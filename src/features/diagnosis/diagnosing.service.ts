import { diagnosisSteps } from '../../estimators/content-diagnosis';
import { inSlices, mapInSlices } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { keepDiagnoses, keptDiagnoses, lockDiagnoses, type KeptDiagnosis } from './diagnosis.store';
import { basisOf, diagnosedAnswers, findingOf, type Finding } from './finding';
import { answersOfVersions, releasedOf, type AnsweredVersion } from './given-answers.read';
import { problemChanges, seenProblems } from './problem-changes';
import { changeProblems, standingProblems } from './problem.store';
import { testsNow, type Test } from './tests.read';

type Given = Pick<RequestContext, 'database' | 'now' | 'gone'>;

/** While answers wait to be released, time alone releases some of them: it is looked again after so long. */
const longestWait = 3_600_000;

/**
 * What tests are found to be, by internal id of their module or skill, from what is released of their people; what is due is
 * found first, once for whoever asks, and the problems that it shows are opened and closed.
 */
export async function diagnosedTests(
  context: Given,
  keys: readonly string[],
): Promise<Map<string, KeptDiagnosis>> {
  const { database, now } = context;
  const distinct = [...new Set(keys)];
  const [tests, kept] = await Promise.all([testsNow(database, distinct), keptDiagnoses(database, distinct)]);
  const due = tests.filter((test) => isDue(test, kept.get(test.key), now));
  if (due.length === 0) return kept;
  const found = await findingsOn(context, due, (version) => releasedOf(version, now));
  const written = await database.idempotentTransaction(async (tx) => {
    const standsOn = await lockDiagnoses(tx, [...found.keys()]);
    // Another server may have looked meanwhile, at more or at less: what stands is replaced where it is what was read here.
    const own = [...found.values()].filter(
      ({ test }) => (standsOn.get(test) ?? null) === (kept.get(test)?.basis ?? null),
    );
    const changed = own.filter(({ test, basis }) => basis !== kept.get(test)?.basis);
    const standing = await standingProblems(
      tx,
      changed.map(({ test }) => test),
    );
    await changeProblems(
      tx,
      new Map(
        changed.map(({ test, findings }) => [
          test,
          problemChanges(standing.get(test) ?? [], seenProblems(findings)),
        ]),
      ),
      now,
    );
    await keepDiagnoses(tx, own);
    return own;
  });
  return new Map([...kept, ...written.map((one) => [one.test, one] as const)]);
}

function isDue(test: Test, kept: KeptDiagnosis | undefined, now: number): boolean {
  return (
    kept?.answers !== test.answers ||
    kept.withdrawn !== test.withdrawn ||
    (kept.waiting && now - kept.at >= longestWait)
  );
}

/** What tests are found to be from such answers as may be used. */
export async function findingsOn(
  { database, now, gone }: Given,
  tests: readonly Test[],
  usable: (version: AnsweredVersion) => AnsweredVersion,
): Promise<Map<string, KeptDiagnosis>> {
  const all = await answersOfVersions(
    database,
    tests.flatMap(({ own, beside }) => [...own, ...beside]),
  );
  const used = new Map(
    (await mapInSlices(all.values(), usable, gone)).map((version) => [version.version, version]),
  );
  const found = new Map<string, KeptDiagnosis>();
  for (const { key: test, own, beside, answers, withdrawn } of tests) {
    const versions = [...own, ...beside].flatMap((version) => used.get(version) ?? []);
    const waiting = versions.some(
      ({ version, answers: some }) => some.length < (all.get(version)?.answers.length ?? 0),
    );
    const findings = await findingsOf(versions, new Set(own), gone);
    found.set(test, {
      ...{ test, answers, withdrawn, waiting, findings },
      basis: basisOf(versions),
      at: now,
    });
  }
  return found;
}

async function findingsOf(
  versions: readonly AnsweredVersion[],
  own: ReadonlySet<string>,
  gone: AbortSignal,
): Promise<Finding[]> {
  const answers = versions.flatMap(diagnosedAnswers);
  const diagnoses = await inSlices(diagnosisSteps(answers), gone);
  const byQuestion = new Map(diagnoses.map((one) => [one.question, one]));
  return versions
    .filter(({ version }) => own.has(version))
    .map((version) => findingOf(version, byQuestion.get(version.version)));
}
