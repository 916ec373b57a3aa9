import { globalId } from '../../shared/ids';
import { byName } from '../../shared/name-order';
import { Withheld } from '../disclosure/withheld.type';
import { GapOfGroup } from '../gaps/gap-of-group';
import type { Gap, GapReport } from '../gaps/gap.type';
import { gapsOfOrganisation, gapsOfProject, gapsOfTeam } from '../gaps/gaps.loader';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { rowFor, withheldWord, type Cell, type Row } from './column';
import type { Asked, Export } from './export.type';
import { teamsInUse } from './exported-groups.read';
import { gapColumns } from './gaps.columns';

/** Whose gaps they are. */
interface Scope {
  readonly scope: 'organisation' | 'project' | 'team';
  readonly scopeId: string | null;
  readonly scopeName: string | null;
}

const withheldFigures: Readonly<Record<string, Cell>> = {
  ...{ expectedSupply: withheldWord, expectedShortfall: withheldWord, coveredProbability: withheldWord },
  ...{ known: withheldWord, unknown: withheldWord },
};

function figuresOf({ supply }: Gap): Readonly<Record<string, Cell>> {
  if (supply instanceof Withheld) return withheldFigures;
  const { expectedSupply, expectedShortfall, coveredProbability, known, unknown } = supply;
  return { expectedSupply, expectedShortfall, coveredProbability, known, unknown };
}

function rowOfGap(scope: Scope, gap: GapOfGroup, skill: Skill | null | undefined): Row {
  const { requirement, demand, projectKey } = gap;
  return rowFor(gapColumns, {
    ...{ ...scope, projectId: projectKey === null ? null : globalId('Project', projectKey) },
    task: requirement.task?.name ?? null,
    ...{ skillId: requirement.skill.id, skill: requirement.skill.name, skillUri: skill?.uri ?? null },
    ...{ requiredLevel: requirement.level, band: requirement.band, importance: requirement.importance },
    ...{ demand, ...figuresOf(gap), summary: gap.inWords() },
  });
}

async function rowsOf(context: RequestContext, scope: Scope, report: GapReport | Withheld): Promise<Row[]> {
  if (report instanceof Withheld) return [withheldRow(scope, report)];
  const gaps = report.gaps.filter((gap): gap is GapOfGroup => gap instanceof GapOfGroup);
  const keys = gaps.map(({ requirement }) => requirement.skill.key);
  const skills = await loadAhead(context, skillByKey, keys, null);
  return gaps.map((gap) => rowOfGap(scope, gap, skills.get(gap.requirement.skill.key)));
}

function withheldRow(scope: Scope, { reason }: Withheld): Row {
  return rowFor(gapColumns, {
    ...{ ...scope, projectId: null, task: null, skillId: null, skill: null, skillUri: null },
    ...{ requiredLevel: null, band: null, importance: null, demand: null },
    ...{ ...withheldFigures, summary: reason },
  });
}

/** So many groups are compared at a time. */
const atATime = 50;

/** Reports of many groups, some at a time; throws what went wrong with one of them. */
async function* rowsOfGroups(
  context: RequestContext,
  scopes: readonly (Scope & { readonly key: string })[],
  reportsOf: (keys: readonly string[]) => Promise<readonly (GapReport | Withheld | Error)[]>,
): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < scopes.length; from += atATime) {
    const some = scopes.slice(from, from + atATime);
    const reports = await reportsOf(some.map(({ key }) => key));
    for (const [place, { key: _, ...scope }] of some.entries()) {
      const report = reports[place];
      if (report === undefined || report instanceof Error)
        throw report ?? new Error('A group has no report.');
      yield await rowsOf(context, scope, report);
    }
  }
}

async function* rows(context: RequestContext, { asOf }: Asked): AsyncGenerator<readonly Row[]> {
  const everybody: Scope = { scope: 'organisation', scopeId: null, scopeName: null };
  yield await rowsOf(context, everybody, await gapsOfOrganisation(context, asOf));
  const plans = await context.plans();
  const projects = plans.openProjects(asOf).flatMap((key) => plans.projectNamed(key) ?? []);
  yield* rowsOfGroups(
    context,
    projects.sort(byName).map(({ key, name }) => ({
      key,
      scope: 'project',
      scopeId: globalId('Project', key),
      scopeName: name,
    })),
    (keys) => gapsOfProject(context, keys, { asOf }),
  );
  const teams = await teamsInUse(context.database);
  yield* rowsOfGroups(
    context,
    teams.map(({ key, name }) => ({ key, scope: 'team', scopeId: globalId('Team', key), scopeName: name })),
    (keys) => gapsOfTeam(context, keys, { asOf }),
  );
}

export const gapsExport: Export = {
  name: 'gaps',
  description:
    'What is lacking: a row for each requirement of the open projects, compared with everybody active, then project by project with those assigned, then team by team with its members, with what teams are found to lack besides.',
  columns: gapColumns,
  scope: 'exports:gaps',
  term: 'https://schema.org/Demand',
  takes: ['asOf'],
  isLookedAtAnew: true,
  rows,
};
