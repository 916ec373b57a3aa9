import { aboutPercent, percent, toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import { timeInWords, unknownInWords } from '../staffing/candidate';
import { RequirementStatus } from '../staffing/candidate.type';
import { TeamObjective } from './formed-team.input';
import {
  RelaxedKind,
  type FormedTeam,
  type FormedTeamCoverage,
  type FormedTeamMember,
} from './formed-team.type';

type Figures = Pick<
  FormedTeam,
  'objective' | 'coverage' | 'value' | 'bound' | 'isProven' | 'readiness' | 'relaxed' | 'withoutTime'
>;

function shareInWords(share: number, isSeen: boolean): string {
  return isSeen ? percent(share) : aboutPercent(share);
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody';
  return new Intl.ListFormat('en-GB').format(names);
}

/** What a team leaves open first, or costs, and whether any could be better. */
export function teamInWords(team: Figures, names: readonly string[], isSeen: boolean): string {
  const seats = team.coverage.reduce((sum, each) => sum + each.seats, 0);
  const filled = team.coverage.reduce((sum, { expectedFilled }) => sum + expectedFilled, 0);
  const covered = `all requirements covered with probability ${shareInWords(team.readiness, isSeen)}`;
  const worth =
    team.objective === TeamObjective.BEST
      ? `${emptyInWords(seats, filled)}, ${covered}`
      : `${covered}, at a cost of ${toOnePlace(team.value)}`;
  const beyond = team.objective === TeamObjective.BEST ? 'is worth more than' : 'costs less than';
  const proof = team.isProven
    ? 'no team is better'
    : `worth ${toOnePlace(team.value)}, and no team ${beyond} ${toOnePlace(team.bound)}`;
  const given =
    team.relaxed.length === 0
      ? ''
      : ` No team keeps every constraint: ${counted(team.relaxed.length, 'is', 'are')} given up.`;
  const time =
    team.withoutTime === 0
      ? ''
      : ` ${counted(team.withoutTime, 'person was not chosen who does', 'people were not chosen who do')} not have the time.`;
  return `${listed(names)}: ${worth}; ${proof}.${given}${time}`;
}

function emptyInWords(seats: number, filled: number): string {
  return `${toOnePlace(Math.max(0, seats - filled))} of ${counted(seats, 'seat')} expected to stay empty`;
}

export function memberInWords(
  name: string,
  {
    requirements,
    seatsAdded,
    freeShare,
  }: Pick<FormedTeamMember, 'requirements' | 'seatsAdded' | 'freeShare'>,
): string {
  const met = requirements.filter(({ status }) => status === RequirementStatus.MEETS).length;
  const adds = seatsAdded === null ? '' : `, and adds ${toOnePlace(seatsAdded)} expected seats to the others`;
  return `${name} meets ${String(met)} of ${counted(requirements.length, 'requirement')}${unknownInWords(requirements)}${adds}${timeInWords(freeShare)}.`;
}

export function coverageInWords(
  required: string,
  { seats, expectedFilled, coveredProbability }: Omit<FormedTeamCoverage, 'summary'>,
  isSeen: boolean,
): string {
  const empty = emptyInWords(seats, expectedFilled);
  return `${required}: ${empty}, all filled with probability ${shareInWords(coveredProbability, isSeen)}.`;
}

export function relaxedInWords(kind: RelaxedKind, what: string, members: number): string {
  switch (kind) {
    case RelaxedKind.SIZE:
      return `The team has ${counted(members, 'person', 'people')}, more than asked for.`;
    case RelaxedKind.MUST_HAVE:
      return `${what} does not have to be in the team.`;
    case RelaxedKind.MAY_NOT:
      return `${what} may be in the team.`;
    case RelaxedKind.MENTORS:
      return `${what}: whoever is below needs no mentor.`;
    case RelaxedKind.REQUIREMENT:
      return `${what} does not have to be covered.`;
  }
}

/** Who would come for whom, and what it would cost. */
export function swapInWords(
  name: string,
  joining: readonly string[],
  cost: number,
  objective: TeamObjective,
): string {
  const instead = joining.length === 0 ? 'nobody would join' : `${listed(joining)} would join`;
  const what = objective === TeamObjective.BEST ? 'the team would lose' : 'the team would cost more by';
  return `Without ${name} ${instead}; ${what} ${toOnePlace(cost)}.`;
}
