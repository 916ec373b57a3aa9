import type { GeneralFigures, OffsetFigures } from '../../estimators/person-state';
import { figureOf, figuresEach, type PeopleTable } from './people-table';
import { countsOfEdge, figureOfEdge, figuresOfEdge, type SkillEdges } from './skill-edges';
import { dayOf } from './stored-state';

/** Behind everybody. */
export const nowhere = 0x7fff_ffff;

/** One person's figures, read out of the table. */
export class FiguresOfPerson implements GeneralFigures {
  private placeNow = nowhere;
  private at = 0;

  constructor(private readonly people: PeopleTable) {}

  get place(): number {
    return this.placeNow;
  }

  set place(place: number) {
    this.placeNow = place;
    this.at = place * figuresEach;
  }

  get generalMean(): number {
    return this.people.figures[this.at + figureOf.generalMean] ?? NaN;
  }

  get generalVariance(): number {
    return this.people.figures[this.at + figureOf.generalVariance] ?? NaN;
  }

  get sittingMean(): number {
    return this.people.figures[this.at + figureOf.sittingMean] ?? NaN;
  }

  get sittingVariance(): number {
    return this.people.figures[this.at + figureOf.sittingVariance] ?? NaN;
  }

  get sittingCovariance(): number {
    return this.people.figures[this.at + figureOf.sittingCovariance] ?? NaN;
  }

  get rateMean(): number {
    return this.people.rateFigure(this.placeNow, 'rateMean');
  }

  get rateVariance(): number {
    return this.people.rateFigure(this.placeNow, 'rateVariance');
  }

  get rateWithGeneral(): number {
    return this.people.rateFigure(this.placeNow, 'rateWithGeneral');
  }

  get rateWithSitting(): number {
    return this.people.rateFigure(this.placeNow, 'rateWithSitting');
  }

  get answeredAt(): number {
    return this.people.figures[this.at + figureOf.answeredAt] ?? NaN;
  }

  get day(): number {
    return dayOf(this.answeredAt);
  }
}

/** One edge of a skill, read out of its columns. */
export class FiguresOfEdge implements OffsetFigures {
  position = 0;

  constructor(readonly edges: SkillEdges) {}

  personHere(): number {
    return this.position < this.edges.size ? (this.edges.people[this.position] ?? nowhere) : nowhere;
  }

  get intercept(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.intercept] ?? NaN;
  }

  get generalSlope(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.generalSlope] ?? NaN;
  }

  get sittingSlope(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.sittingSlope] ?? NaN;
  }

  get rateSlope(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.rateSlope] ?? NaN;
  }

  get variance(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.variance] ?? NaN;
  }

  get lastEvidenceAt(): number {
    return this.edges.figures[this.position * figuresOfEdge + figureOfEdge.lastEvidenceAt] ?? NaN;
  }

  get answers(): number {
    return this.edges.counts[this.position * countsOfEdge] ?? NaN;
  }

  get claims(): number {
    return this.edges.counts[this.position * countsOfEdge + 1] ?? NaN;
  }

  get day(): number {
    return dayOf(this.lastEvidenceAt);
  }
}
