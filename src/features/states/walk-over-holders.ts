import { abilityOn, type GeneralFigures, type OffsetFigures } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import type { KnownEdge, Walk } from '../request/states';
import { FiguresOfEdge, FiguresOfPerson, nowhere } from './figures';
import type { PeopleTable } from './people-table';
import type { SkillEdges } from './skill-edges';
import { dayOf } from './stored-state';

/** What is known by an edge on a day. */
function knownBy(
  person: FiguresOfPerson,
  edge: FiguresOfEdge,
  day: number,
  parameters: ModelParameters,
): KnownEdge {
  const { answeredAt } = person;
  const { answers, claims, lastEvidenceAt } = edge;
  const ability = abilityOn(person, edge, day, parameters);
  return { ability, answers, claims, lastEvidenceAt, latest: Math.max(answeredAt, lastEvidenceAt) };
}

/** Reads edges of one person on a date, one after the other. */
export function edgesOfPerson(
  people: PeopleTable,
  place: number,
  asOf: number,
  parameters: ModelParameters,
): (edges: SkillEdges) => KnownEdge {
  const person = new FiguresOfPerson(people);
  person.place = place;
  const day = dayOf(asOf);
  return (edges) => {
    const edge = new FiguresOfEdge(edges);
    edge.position = edges.positionOf(place);
    return knownBy(person, edge, day, parameters);
  };
}

/** Merges the edges of some skills, which are all in the order of people's places. */
export class WalkOverHolders implements Walk {
  private readonly person: FiguresOfPerson;
  private readonly edges: readonly FiguresOfEdge[];
  /** The numbers of the skills as a heap: none is further than the two behind it, at twice its place and one more. */
  private readonly heap: Int32Array;
  /** For each skill the place of the person whom its edges have come to. */
  private readonly persons: Int32Array;
  private readonly knownNow: number[] = [];
  private readonly day: number;
  private version: number;

  constructor(
    private readonly people: PeopleTable,
    skills: readonly SkillEdges[],
    asOf: number,
    private readonly parameters: ModelParameters,
  ) {
    this.person = new FiguresOfPerson(people);
    this.edges = skills.map((edges) => new FiguresOfEdge(edges));
    this.heap = Int32Array.from(skills, (_, skill) => skill);
    this.persons = new Int32Array(skills.length);
    this.day = dayOf(asOf);
    this.version = people.version;
    this.begin();
  }

  get place(): number {
    return this.person.place;
  }

  next(): boolean {
    const { heap, persons, person } = this;
    const former = person.place;
    for (;;) {
      const skill = heap[0] ?? -1;
      const place = persons[skill] ?? nowhere;
      if (place !== former || place === nowhere) {
        person.place = place;
        return place !== nowhere;
      }
      const edge = this.edges[skill];
      if (!edge) return false;
      edge.position++;
      persons[skill] = edge.personHere();
      this.sink(0);
    }
  }

  comeTo(key: string): boolean {
    return this.comeToPlace(this.people.placeOf(key) ?? nowhere);
  }

  comeToPlace(place: number): boolean {
    this.goTo(place);
    return this.known().length > 0;
  }

  begin(): void {
    this.goTo(-1);
  }

  resume(): void {
    if (this.version !== this.people.version) this.goTo(this.place);
  }

  isKnown(skill: number): boolean {
    return this.persons[skill] === this.place && this.place !== nowhere;
  }

  known(): readonly number[] {
    const { knownNow, heap } = this;
    knownNow.length = 0;
    if (this.place !== nowhere) this.addKnown(0, heap.length);
    return knownNow;
  }

  ability(skill: number): Gaussian {
    return abilityOn(this.person, this.edges[skill], this.day, this.parameters);
  }

  edge(skill: number): KnownEdge {
    return knownBy(this.person, this.edgeOf(skill), this.day, this.parameters);
  }

  generalFigures(): GeneralFigures {
    const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance } = this.person;
    const { rateMean, rateVariance, rateWithGeneral, rateWithSitting, day } = this.person;
    return {
      ...{ generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance },
      ...{ rateMean, rateVariance, rateWithGeneral, rateWithSitting, day },
    };
  }

  offsetFigures(skill: number): OffsetFigures {
    const { intercept, generalSlope, sittingSlope, rateSlope, variance, day } = this.edgeOf(skill);
    return { intercept, generalSlope, sittingSlope, rateSlope, variance, day };
  }

  private edgeOf(skill: number): FiguresOfEdge {
    const edge = this.edges[skill];
    if (!edge) throw new Error('There is no skill with this number.');
    return edge;
  }

  latest(): number {
    let latest = this.person.answeredAt;
    for (const skill of this.known()) {
      const at = this.edges[skill]?.lastEvidenceAt ?? NaN;
      if (at > latest) latest = at;
    }
    return latest;
  }

  /** Puts every skill where the person stands, or would. */
  private goTo(place: number): void {
    this.person.place = place;
    this.version = this.people.version;
    this.edges.forEach((edge, skill) => {
      edge.position = edge.edges.positionOf(place);
      this.persons[skill] = edge.personHere();
    });
    for (let at = this.heap.length >>> 1; at >= 0; at--) this.sink(at);
  }

  private sink(from: number): void {
    const { heap, persons } = this;
    const { length } = heap;
    const skill = heap[from] ?? -1;
    const place = persons[skill] ?? nowhere;
    let at = from;
    for (let child = 2 * at + 1; child < length; child = 2 * at + 1) {
      const other = child + 1;
      const isOther =
        other < length && (persons[heap[other] ?? -1] ?? nowhere) < (persons[heap[child] ?? -1] ?? nowhere);
      const least = isOther ? other : child;
      const nearest = heap[least] ?? -1;
      if ((persons[nearest] ?? nowhere) >= place) break;
      heap[at] = nearest;
      at = least;
    }
    heap[at] = skill;
  }

  private addKnown(at: number, size: number): void {
    const skill = this.heap[at];
    if (at >= size || skill === undefined || !this.isKnown(skill)) return;
    this.knownNow.push(skill);
    this.addKnown(2 * at + 1, size);
    this.addKnown(2 * at + 2, size);
  }
}
