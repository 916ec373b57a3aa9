import { problemOf } from '../diagnosis/problem.list';
import type { Problem } from '../diagnosis/problem.type';
import { Verdict } from '../diagnosis/verdict.type';
import { askedByRevision } from '../outcomes/released-answers';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { problemAt } from './problem-news';
import { problemsOfDay } from './problem-reports.read';
import type { StuckPlace } from './stuck-place.type';

/** The faults of each module, by internal id, that are open at the moment of the context. */
const openFaultsOf: BatchRead<string, readonly Problem[], null> = async ({ database, now }, modules) => {
  const rows = await problemsOfDay(database, modules, { from: now, to: now });
  return modules.map((module) =>
    (rows.get(module) ?? [])
      .map((row) => problemAt(row, now))
      .filter(({ closedAt, verdict }) => closedAt === null && verdict === Verdict.CONTENT_PROBLEM)
      .map((row) => problemOf(row, now)),
  );
};

/** Those of the known faults of a module that are at a place of this revision of it, internal id. */
export async function faultsAt(
  context: RequestContext,
  { module, page, section }: Pick<StuckPlace, 'module' | 'page' | 'section'>,
  revision: string,
): Promise<Problem[]> {
  const [faults, asked] = await Promise.all([
    load(context, openFaultsOf, module.key, null),
    load(context, askedByRevision, revision, null),
  ]);
  const there = new Set(
    asked
      .filter((one) => one.page === page?.key && (section === null || one.section === section))
      .map(({ version }) => version),
  );
  return faults.filter(({ subject: { key } }) => key === page?.key || there.has(key));
}
