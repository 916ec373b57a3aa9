import { globalId } from '../../shared/ids';
import { inSpareTime } from '../../shared/slices';
import { Withheld } from '../disclosure/withheld.type';
import { teamsInUse } from '../exports/exported-groups.read';
import { GapOfGroup } from '../gaps/gap-of-group';
import type { GapReport } from '../gaps/gap.type';
import { gapsOfOrganisation, gapsOfProject, gapsOfTeam } from '../gaps/gaps.loader';
import type { RequestContext } from '../request/context';

/** A gap as messages name it, by global ids. */
export interface ToldGap {
  /** Whose people are compared with the requirement. */
  readonly scope: 'organisation' | 'project' | 'team';
  /** Of the project or team; null for everybody. */
  readonly scopeId: string | null;
  /** `Requirement.id`. */
  readonly requirement: string;
  readonly skillId: string;
  /** Of the project that requires it; null where a team is found to lack it. */
  readonly projectId: string | null;
}

/** A gap as it is now. */
export interface GapNow {
  readonly told: ToldGap;
  /** In people. */
  readonly expectedShortfall: number;
}

/** So many groups are compared at a time. */
const atATime = 50;

/** The gaps of everybody, of each open project and of each team, by a key that stays a gap's own. */
export async function gapsNow(context: RequestContext): Promise<Map<string, GapNow>> {
  const { now: asOf } = context;
  const found = new Map<string, GapNow>();
  const add = (scope: ToldGap['scope'], key: string, report: GapReport | Withheld | Error | undefined) => {
    if (report === undefined || report instanceof Error) throw report ?? new Error('A group has no report.');
    if (report instanceof Withheld) return;
    for (const gap of report.gaps)
      if (gap instanceof GapOfGroup && !(gap.supply instanceof Withheld))
        found.set(JSON.stringify([scope, key, gap.requirement.id]), {
          told: toldOf(scope, key, gap),
          expectedShortfall: gap.supply.expectedShortfall,
        });
  };
  add('organisation', '', await inSpareTime(() => gapsOfOrganisation(context, asOf), context.gone));
  const projects = (await context.plans()).openProjects(asOf);
  const teams = (await teamsInUse(context.database)).map(({ key }) => key);
  for (const [scope, keys, reportsOf] of [
    ['project', projects, gapsOfProject],
    ['team', teams, gapsOfTeam],
  ] as const)
    for (let from = 0; from < keys.length; from += atATime) {
      const some = keys.slice(from, from + atATime);
      const reports = await inSpareTime(() => reportsOf(context, some, { asOf }), context.gone);
      for (const [place, key] of some.entries()) add(scope, key, reports[place]);
    }
  return found;
}

function toldOf(scope: ToldGap['scope'], key: string, { requirement, projectKey }: GapOfGroup): ToldGap {
  const scopeId = { organisation: null, project: globalId('Project', key), team: globalId('Team', key) };
  return {
    ...{ scope, scopeId: scopeId[scope], requirement: requirement.id, skillId: requirement.skill.id },
    projectId: projectKey === null ? null : globalId('Project', projectKey),
  };
}
