import { rasch } from '../../estimators/rasch';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import { statement, type Queries } from '../../graph/statement';
import { refuseEarlier } from '../mastery/mastery.read';

/** People known in a skill, as columns: the same position in each is the same person. */
export interface SkillHolders extends ModelParameters {
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly string[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly lastEvidenceAts: readonly number[];
}

/** Who has an edge to a skill, of those whom the condition holds for; who has none is unknown, and cut off here. */
function holdersWhere(name: string, condition: string) {
  return statement<SkillHolders>(
    name,
    `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
   OPTIONAL MATCH (skill)<-[mastery:HAS_SKILL]-(person:Person)
   WHERE ${condition}
   RETURN key AS skill, coalesce(reference.difficulty, 0.0) AS reference, calibration.priorMean AS priorMean,
          calibration.priorVariance AS priorVariance, calibration.fadingPerDay AS fadingPerDay,
          collect(person.id) AS people, collect(mastery.mean) AS means, collect(mastery.variance) AS variances,
          collect(mastery.lastEvidenceAt) AS lastEvidenceAts`,
  );
}

const HOLDERS_OF_SKILLS = holdersWhere(
  'gaps.holdersOfSkills',
  'coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL',
);

/** Everybody active who is known in each skill. */
export function holdersOfSkills(
  queries: Queries,
  skills: readonly string[],
  now: number,
): Promise<SkillHolders[]> {
  return queries.query(HOLDERS_OF_SKILLS, { skills, now });
}

const HOLDERS_AMONG_PEOPLE = holdersWhere('gaps.holdersAmongPeople', 'person.id IN $people');

/** Who of these people is known in each skill. */
export function holdersAmong(
  queries: Queries,
  skills: readonly string[],
  people: readonly string[],
): Promise<SkillHolders[]> {
  return queries.query(HOLDERS_AMONG_PEOPLE, { skills, people });
}

/**
 * Ability of each holder on the date, by internal id, of those who count; throws BadInputError where the date lies
 * before evidence of one of them.
 */
export function abilitiesOf(
  row: SkillHolders,
  asOf: number,
  now: number,
  counts: (person: string) => boolean = () => true,
): Map<string, Gaussian> {
  const abilities = new Map<string, Gaussian>();
  row.people.forEach((person, place) => {
    if (!counts(person)) return;
    const [mean = 0, variance = 0, lastEvidenceAt = 0] = [
      row.means[place],
      row.variances[place],
      row.lastEvidenceAts[place],
    ];
    refuseEarlier(asOf, lastEvidenceAt, now);
    abilities.set(person, rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row));
  });
  return abilities;
}
