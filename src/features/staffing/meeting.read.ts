import type { ModelParameters } from '../../estimators/types';
import { filterValues, FilteredQuestion } from '../../graph/list';
import type { RequestContext } from '../access/context';
import { isVisible, personFilters } from '../people/people.list';

/** People known in one skill that serves one need, as columns: the same position in each is the same person. */
export interface NeedHolders extends ModelParameters {
  /** Position of the need. */
  readonly need: number;
  readonly calibration: number;
  readonly skill: string;
  readonly skillName: string;
  readonly skillSortName: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  /** When the latest evidence behind any of them happened. */
  readonly latest: number;
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly sortNames: readonly string[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly lastEvidenceAts: readonly number[];
}

/** Who has no edge to any of the skills is unknown in everything and no part of the answer: the only bound here. */
const holders = new FilteredQuestion<NeedHolders>(
  {
    name: 'staffing.holdersOfNeeds',
    where: [isVisible, 'coalesce(person.activeUntil > $now, true)'],
    filters: personFilters,
  },
  (conditions) => `MATCH (calibration:Calibration {current: true})
   UNWIND range(0, size($needs) - 1) AS need
   MATCH (asked:Skill {id: $needs[need][0]})
   CALL (asked, need) {
     MATCH (asked)<-[:BROADER*0..]-(skill:Skill)
     WHERE $needs[need][1] OR skill = asked
     RETURN DISTINCT skill
   }
   MATCH (skill)<-[mastery:HAS_SKILL]-(person:Person)
   WHERE ${conditions}
   RETURN need, calibration.number AS calibration, calibration.priorMean AS priorMean,
          calibration.priorVariance AS priorVariance, calibration.fadingPerDay AS fadingPerDay, skill.id AS skill,
          skill.name AS skillName, skill.sortName AS skillSortName,
          coalesce(head([(skill)<-[reference:SETS]-(calibration) | reference.difficulty]), 0.0) AS reference,
          max(mastery.lastEvidenceAt) AS latest, collect(person.id) AS people, collect(person.name) AS names, collect(person.sortName) AS sortNames,
          collect(mastery.mean) AS means, collect(mastery.variance) AS variances,
          collect(mastery.lastEvidenceAt) AS lastEvidenceAts`,
);

/** Holders of the needed skills, told by internal id and whether narrower ones count; only people whom the viewer sees. */
export async function holdersOfNeeds(
  context: RequestContext,
  needs: readonly (readonly [skill: string, narrower: boolean])[],
  filterBy: object | null | undefined,
): Promise<NeedHolders[]> {
  const filter = filterValues(personFilters, filterBy);
  return context.database.query(holders.statement(Object.keys(filter)), {
    needs,
    filter,
    now: context.now,
    ...(await context.visible()),
  });
}
