import type { NearestTeam, Relaxed } from '../../estimators/nearest-team';
import {
  filledBy,
  readinessOf,
  skillsOf,
  type SeatsFilled,
  type Skills,
} from '../../estimators/seats-filled';
import type { TeamProblem } from '../../estimators/team-problem';
import { requiredInWords } from '../../shared/bands';
import { inTenths } from '../../shared/percent';
import { sees, type Visible } from '../access/viewer';
import { namedPerson } from '../people/people.store';
import type { Person } from '../people/person.type';
import { requirementOf } from '../projects/requirement.store';
import type { Requirement } from '../projects/requirement.type';
import type { RequestContext } from '../request/context';
import { candidateOf } from '../staffing/candidate';
import type { RequirementFit } from '../staffing/candidate.type';
import type { LeftOut } from '../staffing/candidates.loader';
import type { FreeShare } from '../staffing/free-share.type';
import type { Need } from '../staffing/eligible';
import { TeamObjective } from './formed-team.input';
import {
  RelaxedKind,
  type FormedTeam,
  type FormedTeamCoverage,
  type FormedTeamMember,
  type RelaxedConstraint,
} from './formed-team.type';
import type { Held, KnownPerson } from './team-problem-of';
import { coverageInWords, memberInWords, relaxedInWords, teamInWords } from './team-words';

/** What a team was formed of: kept to ask for another without one of its members. */
export interface Formation {
  readonly people: readonly KnownPerson[];
  readonly needs: readonly Need[];
  readonly problem: TeamProblem;
  readonly held: Held;
  readonly visible: Visible;
  /** Levels are those of this date, epoch milliseconds. */
  readonly asOf: number;
  /** What share of working time somebody has, by internal id; null where there is none to say. */
  readonly freeShare: (person: string) => FreeShare | null;
  /** How many were not chosen since they do not have the time. */
  readonly withoutTime: number;
}

/** What there is to say of the search for a team. */
interface Search {
  readonly seconds: number;
  readonly others: LeftOut;
}

const kinds: Record<Relaxed['kind'], RelaxedKind> = {
  size: RelaxedKind.SIZE,
  mustHave: RelaxedKind.MUST_HAVE,
  mayNot: RelaxedKind.MAY_NOT,
  mentors: RelaxedKind.MENTORS,
  requirement: RelaxedKind.REQUIREMENT,
};

/** A figure that tells of people is exact where the viewer sees all of them. */
export function shownFigure(figure: number, isSeen: boolean): number {
  return isSeen ? figure : inTenths(figure);
}

/** A team as it is proposed. */
export class ProposedTeam implements FormedTeam {
  readonly objective: TeamObjective;
  readonly seconds: number;
  readonly others: LeftOut;
  readonly withoutTime: number;
  readonly known: readonly KnownPerson[];
  readonly coverage: FormedTeamCoverage[];
  readonly value: number;
  readonly bound: number;
  readonly isProven: boolean;
  readonly readiness: number;
  readonly relaxed: RelaxedConstraint[];
  readonly isFewestRelaxed: boolean;
  readonly summary: string;
  private readonly skills: Skills;
  private readonly filled: readonly SeatsFilled[];
  private readonly isSeen: boolean;

  constructor(
    private readonly context: RequestContext,
    readonly formation: Formation,
    readonly found: NearestTeam,
    search: Search,
  ) {
    const { people, needs, problem, held, visible } = formation;
    this.seconds = search.seconds;
    this.others = search.others;
    this.withoutTime = formation.withoutTime;
    this.objective = held.objective;
    this.known = found.people.flatMap((place) => people[place] ?? []);
    this.skills = skillsOf(problem);
    this.filled = filledBy(problem, this.skills, found.people);
    this.isSeen = this.known.every(({ key }) => sees(visible, key));
    this.isProven = found.isProven;
    this.value = shownFigure(found.value, this.isSeen);
    this.bound = found.isProven ? this.value : this.boundShown();
    this.readiness = shownFigure(readinessOf(this.filled), this.isSeen);
    this.isFewestRelaxed = found.isFewest;
    this.relaxed = found.relaxed.map((each) => this.relaxedOf(each));
    this.coverage = needs.map((need, place) => this.coverageOf(need, place));
    this.summary = teamInWords(
      this,
      this.known.map(({ person }) => person.name),
      this.isSeen,
    );
  }

  get requirements(): Requirement[] {
    return this.formation.needs.map(requirementOf);
  }

  /** In the order of names. */
  members(): ProposedMember[] {
    return this.found.people
      .flatMap((place) => {
        const one = this.formation.people[place];
        return one ? [new ProposedMember(this.context, this, one, place)] : [];
      })
      .sort((a, b) => (a.sortName < b.sortName ? -1 : 1));
  }

  /** How many more seats are expected to be filled with somebody than without them. */
  seatsAddedBy(place: number): number {
    const { problem } = this.formation;
    const others = this.found.people.filter((other) => other !== place);
    const without = filledBy(problem, this.skills, others);
    return Math.max(0, expectedSeats(this.filled) - expectedSeats(without));
  }

  private boundShown(): number {
    const { visible } = this.formation;
    const { bound } = this.found;
    if (visible.everyone) return bound;
    return (this.objective === TeamObjective.BEST ? Math.ceil(10 * bound) : Math.floor(10 * bound)) / 10;
  }

  private coverageOf(need: Need, place: number): FormedTeamCoverage {
    const filled = this.filled[place];
    const coverage = {
      requirement: requirementOf(need),
      seats: filled?.seats ?? 0,
      expectedFilled: shownFigure(filled?.expected ?? 0, this.isSeen),
      coveredProbability: shownFigure(filled?.covered ?? 0, this.isSeen),
    };
    return { ...coverage, summary: coverageInWords(requiredOf(need), coverage, this.isSeen) };
  }

  private relaxedOf(relaxed: Relaxed): RelaxedConstraint {
    const { people, needs } = this.formation;
    const one = 'person' in relaxed ? people[relaxed.person] : undefined;
    const need = 'requirement' in relaxed ? needs[relaxed.requirement] : undefined;
    const kind = kinds[relaxed.kind];
    const what = one?.person.name ?? (need ? requiredOf(need) : '');
    return {
      kind,
      person: one ? namedPerson(one.person) : null,
      requirement: need ? requirementOf(need) : null,
      summary: relaxedInWords(kind, what, this.known.length),
    };
  }
}

function expectedSeats(filled: readonly SeatsFilled[]): number {
  return filled.reduce((sum, { expected }) => sum + expected, 0);
}

function requiredOf({ skillName, level, band }: Need): string {
  return `${skillName} at ${requiredInWords(level, band)}`;
}

/** A member; who could be in their place is looked for only where it is asked for. */
export class ProposedMember implements FormedTeamMember {
  readonly person: Person;
  readonly sortName: string;
  readonly requirements: RequirementFit[];
  readonly seatsAdded: number | null;
  readonly freeShare: FreeShare | null;
  readonly summary: string;

  constructor(
    { rules }: RequestContext,
    readonly team: ProposedTeam,
    { key, person, abilities }: KnownPerson,
    readonly place: number,
  ) {
    const { needs, visible, freeShare, asOf } = team.formation;
    const isSeen = sees(visible, key);
    this.person = namedPerson(person);
    this.sortName = person.sortName;
    const ranked = { key, person, abilities, fit: 0, knownShare: 0 };
    const shown = { asOf, start: null, rules, isSeen, freeShare: () => null };
    this.requirements = candidateOf(this.person, ranked, needs, team.requirements, shown).requirements;
    this.seatsAdded = isSeen ? team.seatsAddedBy(place) : null;
    this.freeShare = freeShare(key);
    this.summary = memberInWords(person.name, this);
  }
}
