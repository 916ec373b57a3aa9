import { coverageSteps } from '../../estimators/coverage';
import { requiredAbility } from '../../estimators/level';
import type { Supply } from '../../estimators/supply';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { percent, toOnePlace } from '../../shared/percent';
import { inSlices, takeTurns } from '../../shared/slices';
import { counted } from '../../shared/words';
import { projectByKey } from '../projects/project.loader';
import type { NeedRow } from '../projects/requirement.store';
import { Withheld } from '../disclosure/withheld.type';
import { GapOfGroup, type Group } from './gap-of-group';
import { GapReport, type Gap } from './gap.type';

/** What a group lacks for all these needs together. */
export async function gapReport(
  context: RequestContext,
  need: readonly NeedRow[],
  group: Group,
  asOf: number,
): Promise<GapReport> {
  const supply = await supplyFor(context, need, group);
  const gaps = await Promise.all(need.map((row) => gapOf(context, row, group, supply)));
  const hidden = gaps.some((gap) => gap.supply instanceof Withheld);
  return Object.assign(new GapReport(), {
    asOf: new Date(asOf),
    personCount: group.size,
    gaps,
    allCoveredProbability: hidden ? null : supply.allCoveredProbability,
    summary: hidden
      ? `${counted(group.size, 'person is', 'people are')} compared with ${counted(need.length, 'requirement')}; some figures are withheld.`
      : summaryOfReport(need, group, supply),
  });
}

/** The shortfall first: that is what is asked. */
function summaryOfReport(need: readonly NeedRow[], { size }: Group, supply: Supply): string {
  if (need.length === 0) return 'Nothing is required yet, so there is nothing to compare.';
  const seats = need.reduce((sum, { headcount }) => sum + headcount, 0);
  const empty = [...supply.bySeats.values()].reduce((sum, figures) => sum + figures.expectedShortfall, 0);
  return `${toOnePlace(empty)} of the ${counted(seats, 'seat')} in ${counted(need.length, 'requirement')} expected to stay empty with ${counted(size, 'person', 'people')}; all covered with probability ${percent(supply.allCoveredProbability)}.`;
}

function supplyFor({ gone }: RequestContext, need: readonly NeedRow[], { skills }: Group): Promise<Supply> {
  const seats = need.map((row) => ({
    id: row.requirement,
    skill: row.skillKey,
    threshold: requiredAbility(row.level, skills.get(row.skillKey)?.reference ?? 0),
    headcount: row.headcount,
  }));
  return inSlices(
    coverageSteps(seats, (skill) => skills.get(skill)?.abilities),
    gone,
  );
}

async function gapOf(context: RequestContext, row: NeedRow, group: Group, supply: Supply): Promise<Gap> {
  const figures = supply.bySeats.get(row.requirement);
  const project = await load(context, projectByKey, row.project, null);
  if (!figures || !project)
    throw new Error(`Requirement ${row.requirement} disappeared while gaps were read.`);
  const visible = await context.visible();
  await takeTurns(context.gone);
  return new GapOfGroup(row, project, group, figures, visible);
}
