import { equate, type Anchor, type SkillToEquate } from '../../estimators/equating';
import type { EvidenceLog } from './evidence-log';
import type { Fitted } from './fitting';
import type { SkillSetting, VersionSetting } from '../switching/building.store';
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
  evidence: Indexed,
  former: readonly Setting[],
): NextCalibration {
  const { parameters, questions, logLoss } = fitted;
  const { answers, people, versions, skills } = evidence;
  const fittedVersions = versionsFitted(fitted, versions);
  const { shift, references } = equate(skillsToEquate(fitted, evidence, fittedVersions, former));
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
      ...stated.filter(({ ofSkill }) => !ofSkill).map(versionAsStated),
    ],
    skills: [
      ...skills.map((key, skill) => ({
        key,
        difficulty: references[skill] ?? 0,
        usual: (questions.skillDifficulty[skill] ?? questions.overallDifficulty) - shift,
      })),
      ...stated.filter(({ ofSkill }) => ofSkill).map(skillAsStated),
    ],
    evidence: { fittedAnswers: answers, fittedPeople: people, logLoss },
  };
}

/** Question versions on the scale of the fit. */
function versionsFitted({ questions }: Fitted, versions: readonly string[]): VersionSetting[] {
  return versions.map((key, place) => ({
    key,
    difficulty: questions.difficulty[place] ?? questions.overallDifficulty,
    variance: questions.difficultyVariance[place] ?? questions.withinSkills,
    discrimination: questions.discrimination[place] ?? 1,
  }));
}

/** Each skill with its former reference, and with the questions on it that both calibrations know. */
function skillsToEquate(
  { questions }: Fitted,
  { skills, questionSkills }: Indexed,
  versions: readonly VersionSetting[],
  former: readonly Setting[],
): SkillToEquate[] {
  const formerVersions = new Map(former.filter(({ ofSkill }) => !ofSkill).map((one) => [one.key, one]));
  const formerSkills = new Map(former.filter(({ ofSkill }) => ofSkill).map((one) => [one.key, one]));
  const anchors = skills.map((): Anchor[] => []);
  versions.forEach(({ key, difficulty, variance }, place) => {
    const before = formerVersions.get(key);
    const of = questionSkills[place];
    if (!before || !of) return;
    for (const skill of of) {
      // A question on several skills says as much less of each.
      anchors[skill]?.push({
        former: before.difficulty,
        formerVariance: (before.variance ?? 0) * of.length,
        fitted: difficulty,
        fittedVariance: variance * of.length,
      });
    }
  });
  return skills.map((key, skill) => ({
    reference: formerSkills.get(key)?.difficulty ?? 0,
    anchors: anchors[skill] ?? [],
    usual: questions.skillDifficulty[skill],
  }));
}

function versionAsStated({ key, difficulty, variance, discrimination }: Setting): VersionSetting {
  return { key, difficulty, variance: variance ?? 0, discrimination: discrimination ?? 1 };
}

function skillAsStated({ key, difficulty, usual }: Setting): SkillSetting {
  return { key, difficulty, usual: usual ?? difficulty };
}
