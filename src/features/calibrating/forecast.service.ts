import { foldInto } from '../../estimators/fold';
import { expectedLevel } from '../../estimators/level';
import { abilityOn, newPerson } from '../../estimators/person-state';
import type { Database } from '../../graph/driver/database';
import type { LevelBand } from '../../shared/bands';
import { folded } from '../../shared/folding';
import { byName } from '../../shared/name-order';
import { teamsByKey } from '../people/team.store';
import { skillsByKey } from '../skills/skill.store';
import { readingsOfSkills, referenceWith, type Calibration } from '../calibrations/calibration.store';
import { evidenceOfPeople, type EvidenceOfPeople } from '../mastery/evidence-items';
import { Tally, type GroupForecast, type MovedLevel } from './forecast';
import { teamsOfPeople } from './forecast.store';
import { PlannedReadings } from './planned-readings';
import { forEverybody } from '../mastery/everybody.store';
import { dayOf } from '../states/stored-state';
import type { FittedEvidence } from '../switching/building.store';
import type { NextCalibration } from '../switching/switching.service';

/** A group with its name. */
export type NamedForecast = GroupForecast & { readonly name: string };

/** Whose levels would move by how much with a calibration that is not built. */
export interface CalibrationForecast extends FittedEvidence {
  /** Everybody with a level; undefined where they are fewer than five. */
  readonly everybody: GroupForecast | undefined;
  /** By name; who is in no team is in none of them, who is in two in both. */
  readonly teams: readonly NamedForecast[];
  readonly teamsWithheld: number;
  /** By name. */
  readonly skills: readonly NamedForecast[];
  readonly skillsWithheld: number;
}

const peopleAtOnce = 500;

/** Folds everybody twice, with the calibration in force and with the next, and compares levels of now. Writes nothing. */
export async function forecast(
  database: Database,
  { current, next }: { readonly current: Calibration; readonly next: NextCalibration },
  { bands, now, stop }: { bands: readonly LevelBand[]; now: number; stop?: AbortSignal },
  onProgress: (done: number) => void,
): Promise<CalibrationForecast | undefined> {
  const readings = new PlannedReadings(current, next);
  const tallies = { everybody: new Tally(bands), teams: new Tally(bands), skills: new Tally(bands) };
  const isDone = await forEverybody(database, { atOnce: peopleAtOnce, stop }, onProgress, async (people) => {
    const evidence = await evidenceOfPeople(database, people, readings);
    const teams = await teamsOfPeople(database, people, now);
    const moved = await movedLevels(database, people, evidence, readings, now);
    for (const [person, levels] of moved) {
      tallies.everybody.add('', levels);
      for (const team of teams.get(person) ?? []) tallies.teams.add(team, levels);
      for (const level of levels) tallies.skills.add(level.skill, [level]);
    }
  });
  if (!isDone) return undefined;
  const [teams, skills] = [tallies.teams.result(), tallies.skills.result()];
  return {
    ...next.evidence,
    everybody: tallies.everybody.result().groups[0],
    teams: named(teams.groups, await teamsByKey(database, keysOf(teams.groups))),
    teamsWithheld: teams.withheld,
    skills: named(skills.groups, await skillsByKey(database, keysOf(skills.groups))),
    skillsWithheld: skills.withheld,
  };
}

async function movedLevels(
  database: Database,
  people: readonly string[],
  evidence: EvidenceOfPeople,
  { current, next, references }: PlannedReadings,
  now: number,
): Promise<Map<string, MovedLevel[]>> {
  const folded = people.map((person) => {
    const [before, after] = [newPerson<string>(current), newPerson<string>(next)];
    foldInto(before, evidence.itemsOf(person, current), current);
    foldInto(after, evidence.itemsOf(person, next), next);
    return { person, before, after };
  });
  const skills = folded.flatMap(({ before }) => [...before.skills.keys()]);
  const former = await readingsOfSkills(database, skills, [current]);
  const day = dayOf(now);
  return new Map(
    folded.map(({ person, before, after }) => [
      person,
      [...before.skills.keys()].map((skill) => ({
        skill,
        before: expectedLevel(
          abilityOn(before, before.skills.get(skill), day, current),
          referenceWith(former.get(skill), current),
        ),
        after: expectedLevel(
          abilityOn(after, after.skills.get(skill), day, next),
          references.get(skill) ?? referenceWith(former.get(skill), current),
        ),
      })),
    ]),
  );
}

function keysOf(groups: readonly GroupForecast[]): string[] {
  return groups.map(({ key }) => key);
}

function named(
  groups: readonly GroupForecast[],
  rows: readonly { readonly key: string; readonly name: string }[],
): NamedForecast[] {
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return groups
    .map((group) => ({ ...group, name: names.get(group.key) ?? group.key }))
    .map((group) => ({ group, sortName: folded(group.name), key: group.key }))
    .sort(byName)
    .map(({ group }) => group);
}
