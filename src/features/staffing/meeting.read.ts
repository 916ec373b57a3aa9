import { Columns } from '../../graph/nouns/columns';
import { filterValues, FilteredQuestion } from '../../graph/nouns/list';
import type { RequestContext } from '../request/context';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import {
  edgeColumns,
  generalInForce,
  latestColumn,
  type EdgeRow,
  type GeneralRow,
} from '../states/stored-state';
import { isVisible, personFilters } from '../people/people.list';

/** People known in one skill that serves one need, as columns: the same position in each is the same person. */
export interface NeedHolders {
  /** Position of the need. */
  readonly need: number;
  readonly calibration: Calibration;
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
  readonly general: readonly GeneralRow[];
  readonly edges: readonly EdgeRow[];
}

/** A skill that is needed. */
interface AskedSkill {
  /** Internal id. */
  readonly skill: string;
  /** Whether narrower ones count. */
  readonly narrower: boolean;
}

const askedSkill = new Columns<AskedSkill>({ skill: null, narrower: null });
const asked = askedSkill.of('$needs[need]');

/** Who has no edge to any of the skills is unknown in everything and no part of the answer: the only bound here. */
const holders = new FilteredQuestion<NeedHolders>(
  {
    name: 'staffing.holdersOfNeeds',
    where: [isVisible, 'coalesce(person.activeUntil > $now, true)'],
    filters: personFilters,
  },
  (conditions) => `${calibrationInForce}
   UNWIND range(0, size($needs) - 1) AS need
   MATCH (asked:Skill {id: ${asked.skill}})
   CALL (asked, need) {
     MATCH (asked)<-[:BROADER*0..]-(skill:Skill)
     WHERE ${asked.narrower} OR skill = asked
     RETURN DISTINCT skill
   }
   MATCH (skill)<-[mastery:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${conditions}
   RETURN need, calibration {.*} AS calibration, skill.id AS skill,
          skill.name AS skillName, skill.sortName AS skillSortName,
          ${referenceOf('skill')} AS reference,
          max(${latestColumn(`(${generalInForce('person')})`, 'mastery')}) AS latest, collect(person.id) AS people, collect(person.name) AS names, collect(person.sortName) AS sortNames,
          collect(${generalInForce('person')}) AS general, collect(${edgeColumns.list('mastery')}) AS edges`,
);

/** Holders of the needed skills; only people whom the viewer sees. */
export async function holdersOfNeeds(
  context: RequestContext,
  needs: readonly AskedSkill[],
  filterBy: object | null | undefined,
): Promise<NeedHolders[]> {
  const filter = filterValues(personFilters, filterBy);
  return context.database.query(holders.statement(Object.keys(filter)), {
    needs: needs.map((need) => askedSkill.rowOf(need)),
    filter,
    now: context.now,
    ...(await context.visible()),
  });
}
