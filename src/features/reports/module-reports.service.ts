import { load } from '../request/loaders';
import type { RequestContext } from '../request/context';
import { revisionByKey } from '../modules/module.loader';
import { namedModule } from '../modules/module.store';
import { ModuleReport, mostReported } from './daily-report.type';
import { reportedModules, type ReportedModule, type Stretch } from './reported.read';
import { summaryOfModule } from './report-summary';
import { modulesAnsweredFor } from './responsible';
import { worstFirst } from './worst-first';

/** The modules that a viewer answers for, those with news worst first, and how many others there are. */
export async function moduleReports(
  context: RequestContext,
  day: Stretch,
): Promise<{ modules: ModuleReport[]; otherModules: number }> {
  const responsible = modulesAnsweredFor(context.viewer);
  if (responsible === 'nothing') return { modules: [], otherModules: 0 };
  const author = responsible === 'everything' ? undefined : responsible.person;
  const rows = await reportedModules(context.database, author, day);
  const reports = await Promise.all(rows.map((row) => moduleReport(context, row)));
  const told = worstFirst(
    reports.filter(({ published }) => published !== null),
    () => 0,
    ({ module }) => module.name,
  ).slice(0, mostReported);
  return { modules: told, otherModules: reports.length - told.length };
}

async function moduleReport(context: RequestContext, row: ReportedModule): Promise<ModuleReport> {
  const isPublished = row.current !== row.before;
  const published = isPublished ? await load(context, revisionByKey, row.current, null) : null;
  const report = { module: namedModule(row), published };
  return Object.assign(new ModuleReport(), { ...report, summary: summaryOfModule(report) });
}
