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
  private readonly day: number;

  constructor(
    private readonly people: PeopleTable,
    skills: readonly SkillEdges[],
    asOf: number,
    private readonly parameters: ModelParameters,
  ) {
    this.person = new FiguresOfPerson(people);
    this.person.place = -1;
    this.edges = skills.map((edges) => new FiguresOfEdge(edges));
    this.day = dayOf(asOf);
  }

  get place(): number {
    return this.person.place;
  }

  next(): boolean {
    const { place } = this.person;
    let least = nowhere;
    for (const edge of this.edges) {
      if (edge.person === place) edge.position++;
      const { person } = edge;
      if (person < least) least = person;
    }
    this.person.place = least;
    return least !== nowhere;
  }

  comeTo(key: string): boolean {
    this.person.place = this.people.placeOf(key) ?? nowhere;
    this.resume();
    return this.edges.some((_, skill) => this.isKnown(skill));
  }

  begin(): void {
    this.person.place = -1;
    this.resume();
  }

  resume(): void {
    for (const edge of this.edges) edge.position = edge.edges.positionOf(this.place);
  }

  isKnown(skill: number): boolean {
    return this.place !== nowhere && this.edges[skill]?.person === this.place;
  }

  ability(skill: number): Gaussian {
    return abilityOn(this.person, this.edges[skill], this.day, this.parameters);
  }

  latest(): number {
    let latest = this.person.answeredAt;
    for (const edge of this.edges)
      if (edge.person === this.place && edge.lastEvidenceAt > latest) latest = edge.lastEvidenceAt;
    return latest;
  }
}
