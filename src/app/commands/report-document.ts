import type { DailyReport, ModuleReport, TeamReport } from '../../features/reports/daily-report.type';
import { remedyOf } from '../../features/diagnosis/diagnosis-sentences';
import { ProblemNews, type ProblemReport } from '../../features/reports/problem-report.type';
import { counted } from '../../shared/words';
import type { DocumentPart } from '../documents/document';

/** A daily report as it is printed. */
export function reportDocument(report: DailyReport): DocumentPart {
  const { date, timeZone, summary, modules, otherModules, teams, otherTeams } = report;
  return {
    heading: `Report on ${date} (${timeZone})`,
    paragraphs: [summary],
    parts: [
      ...partOf('Modules', modules.map(moduleOf), otherModules, 'module'),
      ...partOf('Teams', teams.map(teamOf), otherTeams, 'team'),
    ],
  };
}

function partOf(heading: string, parts: DocumentPart[], others: number, one: string): DocumentPart[] {
  if (parts.length + others === 0) return [];
  const further = `Nothing to say of ${counted(others, `further ${one}`)}.`;
  return [{ heading, parts, ...(others > 0 && { paragraphs: [further] }) }];
}

function moduleOf({ module, summary, problems, stuck }: ModuleReport): DocumentPart {
  return {
    heading: module.name,
    paragraphs: [summary],
    points: [...problems.map(lineOfProblem), ...stuck.map((place) => place.summary)],
  };
}

function lineOfProblem({ summary, problem, news, beingSolved }: ProblemReport): string {
  const remedy = news === ProblemNews.CLOSED || beingSolved ? null : remedyOf(problem);
  return remedy === null ? summary : `${summary} ${remedy}`;
}

function teamOf({ team, summary, stuck, lacks }: TeamReport): DocumentPart {
  return {
    heading: team.name,
    paragraphs: [summary],
    points: [...lacks.map(lineOfProblem), ...stuck.map((place) => place.summary)],
  };
}
