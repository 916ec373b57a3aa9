import { inWholeGroups } from '../disclosure/whole-fives';
import { sees, type Visible } from '../access/viewer';
import { diagnosedTests } from '../diagnosis/diagnosing.service';
import { lackedSkills, testsOfTeams, type LackedSkill } from '../diagnosis/lacked-skills.read';
import { problemByKey } from '../diagnosis/problem.loader';
import type { Problem } from '../diagnosis/problem.type';
import type { NeedRow } from '../request/plans';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';

/** A skill that a team is found to lack, as a need of those of it who are enrolled to learn it. */
export interface LackedNeed extends NeedRow {
  readonly problem: Problem;
}

/** What teams lack by what is known of their answers, by internal id of the team. */
export async function lackedNeeds(
  context: RequestContext,
  teams: readonly string[],
): Promise<Map<string, LackedNeed[]>> {
  const { database, now } = context;
  await diagnosedTests(context, await testsOfTeams(database, teams, now));
  const [lacked, visible] = await Promise.all([lackedSkills(database, teams, now), context.visible()]);
  const problems = await loadAhead(
    context,
    problemByKey,
    lacked.map(({ problem }) => problem),
    null,
  );
  const needs = new Map<string, LackedNeed[]>(teams.map((team) => [team, []]));
  for (const row of lacked) {
    const [problem, headcount] = [problems.get(row.problem), enrolledShown(row, visible)];
    if (problem && headcount > 0) needs.get(row.team)?.push({ ...needOf(row, headcount), problem });
  }
  return needs;
}

function enrolledShown({ enrolled }: LackedSkill, visible: Visible): number {
  const seen = enrolled.filter((person) => sees(visible, person)).length;
  return seen + inWholeGroups(enrolled.length - seen);
}

function needOf(
  { problem, skillKey, skillName, skillSortName, level }: LackedSkill,
  headcount: number,
): NeedRow {
  return {
    ...{ skillKey, skillName, skillSortName, level, headcount },
    requirement: `${problem} ${String(level)}`,
    ...{ band: null, importance: 1, task: null, taskName: null, project: '' },
  };
}
