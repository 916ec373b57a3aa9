import { probabilityAbove } from '../../estimators/level';
import { abilityOn } from '../../estimators/person-state';
import type { ModelParameters } from '../../estimators/types';
import type { AskedInSkill, Sums } from '../request/states';
import { FiguresOfEdge, FiguresOfPerson } from './figures';
import { figureOf, figuresEach, type PeopleTable } from './people-table';
import { figureOfEdge, figuresOfEdge, type SkillEdges } from './skill-edges';
import { dayOf } from './stored-state';

/** So many edges are gone through in one stretch at most: no more than what a turn has time for. */
const edgesAtATime = 8_192;
/** Nor has a stretch more places. */
const placesAtATime = 131_072;

/**
 * By place within the stretch two numbers of its person: what all that is asked in the skills that they are known in weighs, below 0
 * where they are in none, and their sum. Then the places in the order in which they were found. One for everybody, since a
 * stretch is gone through within a turn.
 */
const weightsAndSums = new Float64Array(2 * placesAtATime).fill(-1);
const found = new Int32Array(placesAtATime);

/** A skill's edges with what is asked of it, and which of them belong to the stretch. */
interface Column {
  readonly edge: FiguresOfEdge;
  readonly asked: readonly AskedInSkill[];
  /** Of all that is asked. */
  readonly weight: number;
  from: number;
  to: number;
}

/**
 * Goes through each column from its one end to the other. Most people are known in one of the skills only, and are passed by once
 * enough of those who are known in several have more than one skill can give.
 */
export class SumsOfHolders implements Sums {
  latest = -Infinity;
  private readonly person: FiguresOfPerson;
  private readonly columns: readonly Column[];
  /** What is asked in a skill weighs so much at most. */
  private readonly heaviest: number;
  private readonly day: number;
  private least = -Infinity;
  private from = 0;
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
      weight: ofSkill.reduce((sum, { weight }) => sum + weight, 0),
    }));
    this.heaviest = Math.max(...this.columns.map(({ weight }) => weight));
    this.day = dayOf(asOf);
  }

  next(visit: (place: number, sum: number) => number): boolean {
    this.beginStretch();
    let count = 0;
    try {
      for (const column of this.columns) count = this.gather(column, count);
      for (const isOfSeveral of [true, false]) {
        for (const column of this.columns) this.addUp(column, isOfSeveral);
        this.visitAll(count, isOfSeveral, visit);
      }
    } finally {
      for (let at = 0; at < count; at++) weightsAndSums[2 * (found[at] ?? 0)] = -1;
    }
    return this.to < this.people.size;
  }

  /** Finds where the stretch ends, and what of each column belongs to it. */
  private beginStretch(): void {
    this.from = this.to;
    let end = Math.min(this.from + placesAtATime, this.people.size);
    const each = Math.max(1, Math.floor(edgesAtATime / this.columns.length));
    for (const column of this.columns) {
      const { edges } = column.edge;
      column.from = edges.positionOf(this.from);
      const beyond = column.from + each;
      if (beyond < edges.size) end = Math.min(end, edges.people[beyond] ?? end);
    }
    for (const column of this.columns) column.to = column.edge.edges.positionOf(end);
    this.to = end;
  }

  /** Adds up what they weigh, sees whose evidence is the latest, and gives how many people were found by then. */
  private gather({ edge, weight, from, to }: Column, before: number): number {
    const { people, figures: ofEdges } = edge.edges;
    const { figures } = this.people;
    let { latest } = this;
    let count = before;
    for (let position = from; position < to; position++) {
      const place = people[position] ?? 0;
      const answeredAt = figures[place * figuresEach + figureOf.answeredAt] ?? NaN;
      const evidenceAt = ofEdges[position * figuresOfEdge + figureOfEdge.lastEvidenceAt] ?? NaN;
      const at = answeredAt > evidenceAt ? answeredAt : evidenceAt;
      if (at > latest && this.counts(place)) latest = at;
      const one = place - this.from;
      const there = weightsAndSums[2 * one] ?? 0;
      if (there < 0) {
        found[count++] = one;
        weightsAndSums[2 * one] = weight;
        weightsAndSums[2 * one + 1] = 0;
      } else weightsAndSums[2 * one] = there + weight;
    }
    this.latest = latest;
    return count;
  }

  /** Adds what is reached in one skill by those who are worth it. */
  private addUp({ edge, asked, from, to }: Column, isOfSeveral: boolean): void {
    const { person, parameters, day, heaviest, least } = this;
    const { people } = edge.edges;
    for (let position = from; position < to; position++) {
      const place = people[position] ?? 0;
      const one = place - this.from;
      const weight = weightsAndSums[2 * one] ?? 0;
      if (weight > heaviest !== isOfSeveral || weight < least) continue;
      person.place = place;
      edge.position = position;
      const ability = abilityOn(person, edge, day, parameters);
      let reached = 0;
      for (const { weight: most, threshold } of asked) reached += most * probabilityAbove(ability, threshold);
      weightsAndSums[2 * one + 1] = (weightsAndSums[2 * one + 1] ?? 0) + reached;
    }
  }

  private visitAll(count: number, isOfSeveral: boolean, visit: (place: number, sum: number) => number): void {
    for (let at = 0; at < count; at++) {
      const one = found[at] ?? 0;
      const weight = weightsAndSums[2 * one] ?? 0;
      if (weight > this.heaviest !== isOfSeveral || weight < this.least) continue;
      const sum = weightsAndSums[2 * one + 1] ?? 0;
      if (!(sum < this.least)) this.least = visit(this.from + one, sum);
    }
  }
}
