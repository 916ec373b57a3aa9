import { foldSteps } from '../../estimators/fold';
import { expectedLevel } from '../../estimators/level';
import { abilityOn, newPerson } from '../../estimators/person-state';
import type { RequestContext } from '../request/context';
import { mapInSlices } from '../../shared/slices';
import {
  currentCalibration,
  readingsOfSkills,
  referenceWith,
  type Calibration,
} from '../calibrations/calibration.store';
import { countEvidence } from '../evidence/evidence.store';
import { evidenceOfPeople, type EvidenceItem } from '../mastery/evidence-items';
import { Readings } from '../calibrations/readings';
import { dayOf } from '../states/stored-state';

/** What the level of one person in one skill is folded from. */
export interface Folding {
  /** Everything that counts of the person, in the order of the fold. */
  readonly items: readonly EvidenceItem[];
  /** Internal id. */
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly calibration: Calibration;
}

type Given = Pick<RequestContext, 'database' | 'gone' | 'request'>;

/** A folding that can be asked what would be if less had been recorded. */
export interface QuestionedFolding extends Folding {
  /** What would count without one item, by evidence id: an earlier claim in the place of the one that replaced it. */
  readonly itemsWithout: (id: string) => readonly EvidenceItem[];
}

/** By 'person skill' (internal ids), in that order, with the calibration in force; one read of evidence for all of them. */
export async function foldingsOf(context: Given, keys: readonly string[]): Promise<QuestionedFolding[]> {
  const calibration = await currentCalibration(context.database);
  return (await foldingsWith(context, keys, [calibration])).flat();
}

/** The same with each of some calibrations, past ones too: for each key as many, in their order. */
export async function foldingsWith(
  { database, gone, request }: Given,
  keys: readonly string[],
  calibrations: readonly Calibration[],
): Promise<QuestionedFolding[][]> {
  const pairs = keys.map((key) => key.split(' ') as [person: string, skill: string]);
  const people = [...new Set(pairs.map(([person]) => person))];
  // Each skill's explanation tells of all of a person's evidence.
  const counted = new Map((await countEvidence(database, people)).map((one) => [one.person, one.items]));
  const counts = pairs.reduce((sum, [person]) => sum + (counted.get(person) ?? 0), 0);
  await request.hold?.(counts * calibrations.length);
  const [readings, evidence] = await Promise.all([
    readingsOfSkills(
      database,
      pairs.map(([, skill]) => skill),
      calibrations,
    ),
    evidenceOfPeople(database, people, new Readings(calibrations)),
  ]);
  const itemsOf = (person: string) =>
    [person, calibrations.map((calibration) => evidence.itemsOf(person, calibration))] as const;
  const items = new Map(await mapInSlices(people, itemsOf, gone));
  return pairs.map(([person, skill]) =>
    calibrations.map((calibration, index) => ({
      items: items.get(person)?.[index] ?? [],
      itemsWithout: (id: string) => evidence.itemsOf(person, calibration, id),
      skill,
      reference: referenceWith(readings.get(skill), calibration),
      calibration,
    })),
  );
}

/** The level on a date that these items alone give, in a step for each of them. */
export function* levelFrom(
  items: Iterable<EvidenceItem>,
  { skill, reference, calibration }: Folding,
  asOf: number,
): Generator<void, number> {
  const person = newPerson<string>(calibration);
  yield* foldSteps(person, items, calibration);
  return expectedLevel(abilityOn(person, person.skills.get(skill), dayOf(asOf), calibration), reference);
}
