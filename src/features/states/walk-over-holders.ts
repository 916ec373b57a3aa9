import { abilityOn, type GeneralFigures, type OffsetFigures } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import type { Walk } from '../request/states';
import type { PeopleTable } from './people-table';
import type { SkillEdges } from './skill-edges';
import { dayOf } from './stored-state';

/** Behind everybody. */
const nowhere = 0x7fff_ffff;

/** One person's figures, read out of the table. */
class FiguresOfPerson implements GeneralFigures {
  place = nowhere;

  constructor(private readonly people: PeopleTable) {}

  get generalMean(): number {
    return this.people.generalMean[this.place] ?? NaN;
  }

  get generalVariance(): number {
    return this.people.generalVariance[this.place] ?? NaN;
  }

  get sittingMean(): number {
    return this.people.sittingMean[this.place] ?? NaN;
  }

  get sittingVariance(): number {
    return this.people.sittingVariance[this.place] ?? NaN;
  }

  get sittingCovariance(): number {
    return this.people.sittingCovariance[this.place] ?? NaN;
  }

  get answeredAt(): number {
    return this.people.answeredAt[this.place] ?? NaN;
  }

  get day(): number {
    return dayOf(this.answeredAt);
  }
}

/** One edge of a skill, read out of its columns. */
class FiguresOfEdge implements OffsetFigures {
  position = 0;

  constructor(readonly edges: SkillEdges) {}

  get person(): number {
    return this.position < this.edges.size ? (this.edges.people[this.position] ?? nowhere) : nowhere;
  }

  get intercept(): number {
    return this.edges.intercept[this.position] ?? NaN;
  }

  get generalSlope(): number {
    return this.edges.generalSlope[this.position] ?? NaN;
  }

  get sittingSlope(): number {
    return this.edges.sittingSlope[this.position] ?? NaN;
  }

  get variance(): number {
    return this.edges.variance[this.position] ?? NaN;
  }

  get lastEvidenceAt(): number {
    return this.edges.lastEvidenceAt[this.position] ?? NaN;
  }

  get day(): number {
    return dayOf(this.lastEvidenceAt);
  }
}

/** Merges the edges of some skills, which are all in the order of people's places. */
export class WalkOverHolders implements Walk {
  private readonly person: FiguresOfPerson;
  private readonly edges: readonly FiguresOfEdge[];
  /** The numbers of the skills as a heap: none is further than the two behind it, at twice its place and one more. */
  private readonly heap: number[];
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
    this.heap = skills.map((_, skill) => skill);
    this.day = dayOf(asOf);
    this.version = people.version;
    this.begin();
  }

  get place(): number {
    return this.person.place;
  }

  next(): boolean {
    const { heap, edges, person } = this;
    for (;;) {
      const first = edges[heap[0] ?? -1];
      const place = first?.person ?? nowhere;
      if (!first || place !== person.place || place === nowhere) {
        person.place = place;
        return place !== nowhere;
      }
      first.position++;
      this.sink(0);
    }
  }

  comeTo(key: string): boolean {
    this.goTo(this.people.placeOf(key) ?? nowhere);
    return this.known().length > 0;
  }

  begin(): void {
    this.goTo(-1);
  }

  resume(): void {
    if (this.version !== this.people.version) this.goTo(this.place);
  }

  isKnown(skill: number): boolean {
    return this.place !== nowhere && this.edges[skill]?.person === this.place;
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
    for (const edge of this.edges) edge.position = edge.edges.positionOf(place);
    for (let at = this.heap.length >>> 1; at >= 0; at--) this.sink(at);
  }

  private personOf(at: number): number {
    return this.edges[this.heap[at] ?? -1]?.person ?? nowhere;
  }

  private sink(from: number): void {
    const { heap } = this;
    for (let at = from; ;) {
      let least = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
        if (this.personOf(child) < this.personOf(least)) least = child;
      const [one, other] = [heap[at], heap[least]];
      if (least === at || one === undefined || other === undefined) return;
      heap[at] = other;
      heap[least] = one;
      at = least;
    }
  }

  private addKnown(at: number, size: number): void {
    const skill = this.heap[at];
    if (at >= size || skill === undefined || !this.isKnown(skill)) return;
    this.knownNow.push(skill);
    this.addKnown(2 * at + 1, size);
    this.addKnown(2 * at + 2, size);
  }
}
