import { equate, type Anchor, type SkillToEquate } from '../../estimators/equating';
import type { EvidenceLog } from './evidence-log';
import type { Fitted } from './fitting';
import type { VersionSetting } from '../switching/building.store';
import type { Setting } from '../calibrations/settings.store';
import type { NextCalibration } from '../switching/switching.service';

type Indexed = Pick<EvidenceLog, 'answers' | 'people' | 'versions' | 'skills'> & {
  readonly questionSkills: readonly Int32Array[];
};

/**
 * The next calibration: the fit put on the scale of the one in force, with references of skills that keep their meaning.
 * What evidence says nothing of stays as it was stated. Pure.
 */
export function nextCalibration(
  fitted: Fitted,
  { answers, people, versions, skills, questionSkills }: Indexed,
  former: readonly Setting[],
): NextCalibration {
  const { parameters, questions, logLoss } = fitted;
  const formerVersions = new Map(former.filter(({ ofSkill }) => !ofSkill).map((one) => [one.key, one]));
  const formerSkills = new Map(former.filter(({ ofSkill }) => ofSkill).map((one) => [one.key, one]));
  const toEquate = skills.map((key, skill): SkillToEquate & { anchors: Anchor[] } => ({
    reference: formerSkills.get(key)?.difficulty ?? 0,
    anchors: [],
    usual: questions.skillDifficulty[skill],
  }));
  const fittedVersions = versions.map((key, place): VersionSetting => ({
    key,
    difficulty: questions.difficulty[place] ?? questions.overallDifficulty,
    variance: questions.difficultyVariance[place] ?? questions.withinSkills,
    discrimination: questions.discrimination[place] ?? 1,
  }));
  fittedVersions.forEach(({ key, difficulty, variance }, place) => {
    const before = formerVersions.get(key);
    const of = questionSkills[place];
    if (!before || !of) return;
    for (const skill of of) {
      // A question on several skills tells of each as much less.
      toEquate[skill]?.anchors.push({
        former: before.difficulty,
        formerVariance: (before.variance ?? 0) * of.length,
        fitted: difficulty,
        fittedVariance: variance * of.length,
      });
    }
  });
  const { shift, references } = equate(toEquate);
  const known = new Set([...versions, ...skills]);
  const stated = former.filter(({ key }) => !known.has(key));
  return {
    parameters: {
      ...parameters,
      generalMean: parameters.generalMean - shift,
      questionVariance: questions.withinSkills,
    },
    versions: [
      ...fittedVersions.map((version) => ({ ...version, difficulty: version.difficulty - shift })),
      ...stated
        .filter(({ ofSkill }) => !ofSkill)
        .map(({ key, difficulty, variance, discrimination }) => ({
          key,
          difficulty,
          variance: variance ?? 0,
          discrimination: discrimination ?? 1,
        })),
    ],
    skills: [
      ...skills.map((key, skill) => ({
        key,
        difficulty: references[skill] ?? 0,
        usual: (questions.skillDifficulty[skill] ?? questions.overallDifficulty) - shift,
      })),
      ...stated
        .filter(({ ofSkill }) => ofSkill)
        .map(({ key, difficulty, usual }) => ({ key, difficulty, usual: usual ?? difficulty })),
    ],
    evidence: { fittedAnswers: answers, fittedPeople: people, logLoss },
  };
}
