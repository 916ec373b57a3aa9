import { relaxedProblem } from '../../estimators/nearest-team';
import { sees } from '../access/viewer';
import { namedPerson } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { TeamObjective } from './formed-team.input';
import type { TeamSwap } from './formed-team.type';
import { shownFigure, type ProposedMember } from './proposed-team';
import { TeamThread } from './team-piece';
import { swapInWords } from './team-words';

/** How long a team without one member is sought, seconds: the others are where it begins. */
const patience = 1;

/** The best team without one member of a proposed one; null where there is none, or none was found in time. */
export async function swapOf(
  context: RequestContext,
  { team, place, person }: ProposedMember,
): Promise<TeamSwap | null> {
  const { formation, found } = team;
  const { problem, people, visible } = formation;
  // What was given up stays given up.
  const kept = relaxedProblem(problem, found.relaxed, found.people.length);
  const without = {
    ...kept,
    mustHave: kept.mustHave.filter((other) => other !== place),
    mayNot: [...kept.mayNot, place],
  };
  const from = found.people.filter((other) => other !== place);
  const thread = context.background.keepOpen(TeamThread);
  const piece = { problem: without, seconds: patience, from, mayRelax: false };
  const { team: next } = await thread.compute(piece, context.gone);
  if (!next) return null;
  const joining = next.people.filter((other) => !found.people.includes(other));
  const leaving = found.people.filter((other) => !next.people.includes(other));
  const peopleAt = (places: readonly number[]) => places.flatMap((other) => people[other] ?? []);
  for (const { key } of peopleAt(joining)) context.looks.add('staffing', key);
  const isSeen = peopleAt([...found.people, ...joining]).every(({ key }) => sees(visible, key));
  const worse = team.objective === TeamObjective.BEST ? found.value - next.value : next.value - found.value;
  const cost = shownFigure(Math.max(0, worse), isSeen);
  return {
    joining: peopleAt(joining).map((one) => namedPerson(one.person)),
    leaving: peopleAt(leaving).map((one) => namedPerson(one.person)),
    cost,
    isProven: next.isProven,
    summary: swapInWords(
      person.name,
      peopleAt(joining).map((one) => one.person.name),
      cost,
      team.objective,
    ),
  };
}
