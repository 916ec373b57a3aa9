import { load } from '../request/loaders';
import { revisionByKey } from '../modules/module.loader';
import { namedModule } from '../modules/module.store';
import { ModuleReport, mostReported } from './daily-report.type';
import { figuresOfRevision, stuckPlaces } from './figures-of-day';
import type { ProblemReport } from './problem-report.type';
import { concernedBy, problemReports, type ReportedDay } from './problem-reports.service';
import { reportedModules, type ReportedModule } from './reported.read';
import { summaryOfModule } from './report-summary';
import { modulesAnsweredFor } from './responsible';
import { peopleTooMany } from './stuck-places';
import { worstFirst } from './worst-first';

/** The modules that a viewer answers for, those with news worst first, and how many others there are. */
export async function moduleReports(
  day: ReportedDay,
  lasts: boolean,
): Promise<{ modules: ModuleReport[]; otherModules: number }> {
  const { database, viewer } = day.atEnd;
  const responsible = modulesAnsweredFor(viewer);
  if (responsible === 'nothing') return { modules: [], otherModules: 0 };
  const author = responsible === 'everything' ? undefined : responsible.person;
  const rows = await reportedModules(database, author, day.stretch);
  const problems = await problemReports(day, rows, lasts);
  const reports = await Promise.all(rows.map((row) => moduleReport(day, row, problems.get(row.key) ?? [])));
  const told = worstFirst(
    reports.filter(hasNews),
    ({ problems: some, stuck }) =>
      some.reduce((sum, problem) => sum + concernedBy(problem), 0) + peopleTooMany(stuck),
    ({ module }) => module.name,
  ).slice(0, mostReported);
  return { modules: told, otherModules: reports.length - told.length };
}

function hasNews({ published, problems, stuck }: ModuleReport): boolean {
  return published !== null || problems.length > 0 || stuck.length > 0;
}

async function moduleReport(
  { atBeginning, atEnd }: ReportedDay,
  row: ReportedModule,
  problems: ProblemReport[],
): Promise<ModuleReport> {
  const module = namedModule(row);
  const isPublished = row.current !== row.before;
  const [published, after, before, stuck] = await Promise.all([
    isPublished ? load(atEnd, revisionByKey, row.current, null) : null,
    figuresOfRevision(atEnd, row.current),
    row.before === null ? nothingBefore : figuresOfRevision(atBeginning, row.before),
    stuckPlaces(atEnd, { module, revision: row.current, team: null }),
  ]);
  const report = {
    ...{ module, published, problems, stuck },
    ...{ failureRate: after.failureRate, failureRateBefore: before.failureRate },
    ...{ dropOffRate: after.dropOffRate, dropOffRateBefore: before.dropOffRate },
  };
  return Object.assign(new ModuleReport(), { ...report, summary: summaryOfModule(report) });
}

const nothingBefore = { failureRate: null, dropOffRate: null };
