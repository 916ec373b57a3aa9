import { hasEndedBy, lastsAt } from '../../shared/period';
import { mapInSlices, takeTurns } from '../../shared/slices';
import { byNeed } from '../projects/need-order';
import type { RequestContext } from '../request/context';
import type { NeedRow, Plans, Stretch } from '../request/plans';
import type { States } from '../request/states';

/** Everybody and what is planned for them, as of one moment. */
interface InMemory {
  readonly states: States;
  readonly plans: Plans;
}

/**
 * Internal ids of the active people of a project (assigned now or later) or of a team (members now of it or of a team within it,
 * each once).
 */
export function peopleOfScope(
  { states, plans }: InMemory,
  kind: 'project' | 'team',
  scope: string,
  now: number,
): string[] {
  const isNow = (stretch: Stretch): boolean =>
    kind === 'project' ? !hasEndedBy(stretch, now) : lastsAt(stretch, now);
  const stretches = kind === 'project' ? plans.assignmentsTo(scope) : membershipsWithin(plans, scope);
  const places = new Set(stretches.filter(isNow).map(({ place }) => place));
  return [...places]
    .filter((place) => states.isActive(place, now) && !states.isArchived(place))
    .map((place) => states.keyAt(place));
}

/** All who belong to a team or to one within it, past and future ones too. */
export function membershipsWithin(plans: Plans, team: string): Stretch[] {
  return plans.teamsWithin(team).flatMap((one) => plans.membershipsIn(one));
}

/** Internal ids of the projects that a team or one within it is responsible for. */
export function projectsWithin(plans: Plans, team: string): string[] {
  return [...new Set(plans.teamsWithin(team).flatMap((one) => plans.projectsOfTeam(one)))];
}

/** Everything that these projects need, their tasks included, by skill and level; turn by turn. */
export async function neededBy(
  { gone }: Pick<RequestContext, 'gone'>,
  plans: Plans,
  projects: Iterable<string>,
): Promise<NeedRow[]> {
  const ofSkills = new Map<string, [NeedRow, ...NeedRow[]]>();
  for (const project of projects) {
    await takeTurns(gone);
    for (const need of plans.requiredBy(project)) {
      const there = ofSkills.get(need.skillKey);
      if (there) there.push(need);
      else ofSkills.set(need.skillKey, [need]);
    }
  }
  const inOrder = [...ofSkills.values()].sort(([one], [other]) => byNeed(one, other));
  return (await mapInSlices(inOrder, (needs) => needs.sort(byNeed), gone)).flat();
}
