import type { Queries } from '../../graph/driver/statement';
import { readingsOfSkills, type Calibration, type SkillReading } from './calibration.store';
import { versionParameters, type VersionParameters } from './version.store';

/**
 * What some calibrations say of questions and skills, looked up when evidence first is about them: a walk through
 * everybody asks for each of them once, as long as isOf holds: evidence that is there keeps all else from changing.
 */
export class Readings {
  readonly versions = new Map<string, VersionParameters>();
  readonly skills = new Map<string, SkillReading>();

  constructor(readonly calibrations: readonly Calibration[]) {}

  async learn(queries: Queries, versions: Iterable<string>, skills: Iterable<string>): Promise<void> {
    const asked = unknownOf(versions, this.versions);
    for (const [key, found] of await versionParameters(queries, asked, this.calibrations))
      this.versions.set(key, found);
    const claimed = unknownOf(skills, this.skills);
    for (const [key, found] of await readingsOfSkills(queries, claimed, this.calibrations))
      this.skills.set(key, found);
  }

  /** What doubt in a question adds to the variance of its difficulty, squared logits: with the first of the calibrations. */
  doubtIn(version: string): number {
    const [calibration] = this.calibrations;
    return this.versions.get(version)?.doubted ? (calibration?.doubtVariance ?? 0) : 0;
  }

  /**
   * Whether it is of these calibrations, as they stand: with a switch, or once questions are read otherwise, all is looked
   * up anew.
   */
  isOf(calibrations: readonly Calibration[]): boolean {
    return (
      this.calibrations.length === calibrations.length &&
      this.calibrations.every(({ number, current, readingsChanged }, place) => {
        const other = calibrations[place];
        return (
          other?.number === number && other.current === current && other.readingsChanged === readingsChanged
        );
      })
    );
  }
}

function unknownOf(keys: Iterable<string>, known: ReadonlyMap<string, unknown>): Set<string> {
  const unknown = new Set<string>();
  for (const key of keys) if (!known.has(key)) unknown.add(key);
  return unknown;
}
