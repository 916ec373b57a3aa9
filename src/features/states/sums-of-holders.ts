import { probabilityAbove } from '../../estimators/level';
import { abilityOn } from '../../estimators/person-state';
import type { ModelParameters } from '../../estimators/types';
import type { AskedInSkill, Sums } from '../request/states';
import { FiguresOfEdge, FiguresOfPerson } from './figures';
import { figureOf, figuresEach, type PeopleTable } from './people-table';
import type { SkillEdges } from './skill-edges';
import { dayOf } from './stored-state';

/** So many edges are gone through in one stretch at most: no more than what a turn has time for. */
const edgesAtATime = 8_192;
/** Nor has a stretch more places. */
const placesAtATime = 65_536;
/** The figures of so many people are brought near before any of them is used. */
const nearAtATime = 64;

/**
 * By place within the stretch the sum of its person, below 0 where they are known in nothing, and the places in the order
 * in which they were found: one for everybody, since a stretch is gone through within a turn.
 */
const sums = new Float64Array(placesAtATime).fill(-1);
const found = new Int32Array(placesAtATime);

/** A skill's edges with what is asked of it, and which of them belong to the stretch. */
interface Column {
  readonly edge: FiguresOfEdge;
  readonly asked: readonly AskedInSkill[];
  from: number;
  to: number;
}

/** Goes through each column from its one end to the other: most people are known in one of the skills only. */
export class SumsOfHolders implements Sums {
  latest = -Infinity;
  private readonly person: FiguresOfPerson;
  private readonly columns: readonly Column[];
  private readonly day: number;
  private to = 0;

  /** @param asked by skill */
  constructor(
    private readonly people: PeopleTable,
    asked: readonly (readonly [edges: SkillEdges, asked: readonly AskedInSkill[]])[],
    asOf: number,
    private readonly parameters: ModelParameters,
    private readonly counts: (place: number) => boolean,
  ) {
    this.person = new FiguresOfPerson(people);
    this.columns = asked.map(([edges, ofSkill]) => ({
      ...{ edge: new FiguresOfEdge(edges), asked: ofSkill, from: 0, to: 0 },
    }));
    this.day = dayOf(asOf);
  }

  next(visit: (place: number, sum: number) => void): boolean {
    const from = this.to;
    this.beginStretch(from);
    let count = 0;
    try {
      for (const column of this.columns) count = this.addUp(column, from, count);
      for (let at = 0; at < count; at++) {
        const one = found[at] ?? 0;
        visit(from + one, sums[one] ?? 0);
      }
    } finally {
      for (let at = 0; at < count; at++) sums[found[at] ?? 0] = -1;
    }
    return this.to < this.people.size;
  }

  /** Finds where the stretch ends, and what of each column belongs to it. */
  private beginStretch(from: number): void {
    let end = Math.min(from + placesAtATime, this.people.size);
    const each = Math.max(1, Math.floor(edgesAtATime / this.columns.length));
    for (const column of this.columns) {
      const { edges } = column.edge;
      column.from = edges.positionOf(from);
      const beyond = column.from + each;
      if (beyond < edges.size) end = Math.min(end, edges.people[beyond] ?? end);
    }
    for (const column of this.columns) column.to = column.edge.edges.positionOf(end);
    this.to = end;
  }

  /** Adds what is reached in one skill, and gives how many people were found by then. */
  private addUp({ edge, asked, from, to }: Column, firstPlace: number, before: number): number {
    const { person, parameters, day } = this;
    const { people } = edge.edges;
    let count = before;
    for (let begin = from; begin < to; begin += nearAtATime) {
      const end = Math.min(begin + nearAtATime, to);
      this.noteLatest(edge.edges, begin, end);
      for (let position = begin; position < end; position++) {
        const place = people[position] ?? 0;
        person.place = place;
        edge.position = position;
        const ability = abilityOn(person, edge, day, parameters);
        let reached = 0;
        for (const { weight, threshold } of asked) reached += weight * probabilityAbove(ability, threshold);
        const one = place - firstPlace;
        const sum = sums[one] ?? 0;
        if (sum < 0) found[count++] = one;
        sums[one] = Math.max(0, sum) + reached;
      }
    }
    return count;
  }

  /**
   * Whose evidence is the latest. It is also what brings the figures of these people near before they are computed with: they lie
   * far apart, and memory brings many at a time where nothing waits for the first of them.
   */
  private noteLatest(edges: SkillEdges, begin: number, end: number): void {
    const { people, lastEvidenceAt } = edges;
    const { figures } = this.people;
    let { latest } = this;
    for (let position = begin; position < end; position++) {
      const place = people[position] ?? 0;
      const answeredAt = figures[place * figuresEach + figureOf.answeredAt] ?? NaN;
      const evidenceAt = lastEvidenceAt[position] ?? NaN;
      const at = answeredAt > evidenceAt ? answeredAt : evidenceAt;
      if (at > latest && this.counts(place)) latest = at;
    }
    this.latest = latest;
  }
}
