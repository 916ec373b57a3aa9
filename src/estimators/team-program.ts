import type { LinearProgram, Row } from './linear-program';
import {
  cutAtTeam,
  cutByMean,
  cutByPlane,
  hazardOf,
  planeOver,
  scoreOf,
  type Plane,
  type SeatCut,
  type Touching,
} from './seat-cuts';
import { bernoulliHazard } from './seat-scores';
import type { SeatsFilled } from './seats-filled';
import { isCertain, type TeamProblem, type TeamRequirement } from './team-problem';

/** Whoever is certain counts for so much where one looks for where to cut. */
const hazardOfCertain = 4;
/** Planes touch at sums of hazards that differ by this share: each is made once. */
const nearby = 0.02;
/** A cut that is missed by less changes nothing. */
const negligible = 1e-7;

/**
 * A problem as a linear programme that no team escapes: a column from 0 to 1 for each person, one for the score of each
 * requirement, and linear bounds on the scores, added where they are missed (outer approximation: Duran and Grossmann
 * 1986). It is minimised: costs, or what filled seats count for, below 0.
 */
export class TeamProgram {
  private readonly rows: Row[] = [];
  private readonly planes = new Map<string, Plane>();

  constructor(private readonly problem: TeamProblem) {
    const { requirements, objective, size, costs } = problem;
    const everybody = [...costs.keys()];
    this.rows.push({
      lower: size.least,
      upper: size.most,
      columns: everybody,
      values: everybody.map(() => 1),
    });
    if (objective.kind === 'best') {
      requirements.forEach((requirement, place) => {
        this.addCut(place, cutByMean(requirement));
        this.addFirstCuts(place, requirement, [0.5, 0.8, 0.95, 0.99]);
      });
      return;
    }
    const scores = requirements.map((_, place) => this.scoreColumn(place));
    this.rows.push({
      lower: Math.log(objective.probability) - 1e-9,
      upper: Infinity,
      columns: scores,
      values: scores.map(() => 1),
    });
    for (const { people, seats } of requirements)
      this.rows.push({ lower: seats, upper: Infinity, columns: people, values: people.map(() => 1) });
    // All the risk, a quarter, a sixteenth of it at one requirement.
    const likely = [1, 1 / 4, 1 / 16].map((share) => objective.probability ** share);
    requirements.forEach((requirement, place) => this.addFirstCuts(place, requirement, likely));
  }

  get rowCount(): number {
    return this.rows.length;
  }

  /** The rows that were added since there were so many, with only these people. */
  rowsFrom(count: number, people: readonly number[]): readonly Row[] {
    const columnOf = this.columnOf(people);
    return this.rows.slice(count).map((row) => withColumns(row, columnOf));
  }

  /** With only these people. */
  program(people: readonly number[]): LinearProgram {
    const { problem } = this;
    const { requirements, objective, costs, mustHave } = problem;
    const isBest = objective.kind === 'best';
    const must = new Set(mustHave);
    const barred = new Set(problem.mayNot);
    const columnOf = this.columnOf(people);
    const lowest = isBest ? 0 : Math.log(objective.probability) - 1e-9;
    return {
      costs: [
        ...people.map((person) => (isBest ? 0 : (costs[person] ?? 0))),
        ...requirements.map(({ importance }) => (isBest ? -importance : 0)),
      ],
      lower: [...people.map((person) => (must.has(person) ? 1 : 0)), ...requirements.map(() => lowest)],
      upper: [
        ...people.map((person) => (barred.has(person) ? 0 : 1)),
        ...requirements.map(({ seats }) => (isBest ? seats : 0)),
      ],
      rows: this.rows.map((row) => withColumns(row, columnOf)),
    };
  }

  /** Bounds what one team scores exactly; tells whether its scores were out of bounds. */
  cutTeam(team: ReadonlySet<number>, filled: readonly SeatsFilled[], scores: Float64Array): boolean {
    const { requirements, objective } = this.problem;
    let isCut = false;
    filled.forEach((each, place) => {
      const requirement = requirements[place];
      const exact = scoreOf(objective.kind, each);
      if (!requirement || !((scores[place] ?? 0) > exact + negligible) || exact === -Infinity) return;
      this.addCut(place, cutAtTeam(objective.kind, requirement, each, team));
      isCut = true;
    });
    return isCut;
  }

  /** These people together do not cover everything: a team needs somebody else. */
  askBeyond(people: ReadonlySet<number>): void {
    const others = [...this.problem.costs.keys()].filter((person) => !people.has(person));
    this.rows.push({ lower: 1, upper: Infinity, columns: others, values: others.map(() => 1) });
  }

  /** Adds bounds that a solution in parts of people misses, of whom each has a part from 0 to 1; tells whether any was. */
  cutParts(parts: Float64Array, scores: Float64Array): boolean {
    const { requirements } = this.problem;
    let isCut = false;
    requirements.forEach((requirement, place) => {
      if (requirement.probabilities.every(isCertain)) return;
      const score = scores[place] ?? 0;
      let lowest: SeatCut | undefined;
      let least = score - negligible;
      for (const touching of touchingAt(requirement, parts)) {
        const cut = this.cutTouching(requirement, touching);
        const height = heightOf(cut, requirement, parts);
        if (height >= least) continue;
        least = height;
        lowest = cut;
      }
      if (!lowest) return;
      this.addCut(place, lowest);
      isCut = true;
    });
    return isCut;
  }

  /** No learner without one of their mentors, where some are; tells whether any was. */
  cutLearners(parts: Float64Array): boolean {
    const before = this.rows.length;
    for (const { learners, mentors } of this.problem.requirements) {
      if (learners.length === 0) continue;
      const mentored = mentors.reduce((sum, person) => sum + (parts[person] ?? 0), 0);
      for (const learner of learners)
        if ((parts[learner] ?? 0) > mentored + 1e-6)
          this.rows.push({
            lower: -Infinity,
            upper: 0,
            columns: [learner, ...mentors],
            values: [1, ...mentors.map(() => -1)],
          });
    }
    return this.rows.length > before;
  }

  /** Bounds where one requirement is covered with some probabilities. */
  private addFirstCuts(place: number, requirement: TeamRequirement, probabilities: readonly number[]): void {
    const { seats, people: able } = requirement;
    const isOut = Math.min(able.length, this.problem.size.most) < seats;
    if (isOut || requirement.probabilities.every(isCertain)) return;
    for (const people of seats === 1 ? [1] : [seats, seats + 1, seats + 3])
      for (const probability of probabilities) {
        const hazard = hazardOf(seats, people, probability);
        if (hazard > 0 && hazard < 100)
          this.addCut(place, this.cutTouching(requirement, { seats, people, hazard }));
      }
  }

  private cutTouching(requirement: TeamRequirement, { seats, people, hazard }: Touching): SeatCut {
    const { size, objective } = this.problem;
    const most = Math.min(size.most, requirement.people.length);
    const place = Math.round(Math.log(hazard) / nearby);
    const key = [requirement.seats, most, seats, people, place].join(' ');
    let plane = this.planes.get(key);
    if (!plane) {
      plane = planeOver(objective.kind, requirement.seats, most, {
        seats,
        people,
        hazard: Math.exp(place * nearby),
      });
      this.planes.set(key, plane);
    }
    return cutByPlane(requirement, plane);
  }

  private addCut(requirement: number, cut: SeatCut): void {
    const { people } = this.problem.requirements[requirement] ?? { people: [] };
    this.rows.push({
      lower: -Infinity,
      upper: cut.constant,
      columns: [this.scoreColumn(requirement), ...people],
      values: [1, ...cut.adds.map((add) => -add)],
    });
  }

  private columnOf(people: readonly number[]): Map<number, number> {
    const columnOf = new Map(people.map((person, column) => [person, column]));
    this.problem.requirements.forEach((_, place) =>
      columnOf.set(this.scoreColumn(place), people.length + place),
    );
    return columnOf;
  }

  private scoreColumn(requirement: number): number {
    return this.problem.costs.length + requirement;
  }
}

/** Without the columns that are not there, which are 0. */
function withColumns(row: Row, columnOf: ReadonlyMap<number, number>): Row {
  const columns: number[] = [];
  const values: number[] = [];
  row.columns.forEach((column, place) => {
    const there = columnOf.get(column);
    const value = row.values[place] ?? 0;
    if (there === undefined || value === 0) return;
    columns.push(there);
    values.push(value);
  });
  return { lower: row.lower, upper: row.upper, columns, values };
}

function heightOf({ constant, adds }: SeatCut, { people }: TeamRequirement, parts: Float64Array): number {
  return people.reduce((sum, person, place) => sum + (adds[place] ?? 0) * (parts[person] ?? 0), constant);
}

/** Where to bound the score of a team in parts: as many people as there are, a little fewer and more. */
function touchingAt(
  { seats, people, probabilities }: TeamRequirement,
  parts: Float64Array,
): {
  people: number;
  hazard: number;
  seats: number;
}[] {
  let certain = 0;
  let number = 0;
  let hazard = 0;
  people.forEach((person, place) => {
    const part = parts[person] ?? 0;
    const probability = probabilities[place] ?? 0;
    if (isCertain(probability)) {
      certain += part;
      return;
    }
    number += part;
    hazard += part * bernoulliHazard(probability);
  });
  const whole = Math.floor(certain + 1e-6);
  const rest = certain - whole;
  const open = seats - whole;
  if (open <= 0) return [];
  const sum = Math.max(1e-3, hazard + rest * hazardOfCertain);
  const about = Math.max(open, number + rest);
  const numbers = seats === 1 ? [1] : [...new Set([Math.floor(about), Math.ceil(about)])];
  return numbers.map((each) => ({ people: each, hazard: sum, seats: open }));
}
