import type { QuestionParameters } from '../../estimators/types';
import type { Queries } from '../../graph/driver/statement';
import type { Calibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import type { NextCalibration } from '../switching/switching.service';
import { doubtful, type VersionParameters } from '../calibrations/version.store';

/** What the calibration in force says of questions and skills, and what one says that is not in the graph. */
export class PlannedReadings extends Readings {
  /** The next calibration, as it would be. */
  readonly next: Calibration;
  private readonly planned: ReadonlyMap<string, QuestionParameters>;
  private readonly usual: ReadonlyMap<string, number>;
  /** Difficulties of the skills' reference questions, by internal id. */
  readonly references: ReadonlyMap<string, number>;

  constructor(
    readonly current: Calibration,
    { parameters, versions, skills }: NextCalibration,
  ) {
    super([current]);
    this.next = { ...current, ...parameters, number: current.number + 1, current: false };
    this.planned = new Map(
      versions.map(({ key, difficulty, variance, discrimination }) => [
        key,
        { difficulty, difficultyVariance: variance, discrimination },
      ]),
    );
    this.usual = new Map(skills.map(({ key, usual }) => [key, usual]));
    this.references = new Map(skills.map(({ key, difficulty }) => [key, difficulty]));
  }

  override async learn(
    queries: Queries,
    versions: Iterable<string>,
    skills: Iterable<string>,
  ): Promise<void> {
    await super.learn(queries, versions, skills);
    const { number } = this.next;
    for (const [key, found] of this.versions) {
      if (found.questions.has(number)) continue;
      const questions = new Map([...found.questions, [number, this.questionOf(found)] as const]);
      this.versions.set(key, { ...found, questions });
    }
    for (const [key, found] of this.skills) {
      const reference = this.references.get(key);
      if (reference === undefined || found.references.has(number)) continue;
      this.skills.set(key, { ...found, references: new Map([...found.references, [number, reference]]) });
    }
  }

  private questionOf({ version, doubted, skills }: VersionParameters): QuestionParameters {
    const usual = skills.reduce((sum, skill) => sum + (this.usual.get(skill) ?? 0), 0) / skills.length;
    const question = this.planned.get(version) ?? {
      difficulty: usual,
      difficultyVariance: this.next.questionVariance,
      discrimination: 1,
    };
    return doubted ? doubtful(question, this.next.doubtVariance) : question;
  }
}
