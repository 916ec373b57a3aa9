import type { SkillPlace } from '../../estimators/broader';
import type { GeneralFigures, OffsetFigures } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';

/** The calibration that levels are read from. */
export interface CalibrationOfStates extends ModelParameters {
  readonly number: number;
}

/** A person or a skill by name. */
export interface Named {
  /** Internal id. */
  readonly key: string;
  readonly name: string;
  readonly sortName: string;
}

/** A skill, and where it stands in the hierarchy. */
export interface SkillOfStates extends Named, SkillPlace {
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
}

/** What is known of somebody in a skill, on a date. */
export interface KnownEdge {
  readonly ability: Gaussian;
  readonly answers: number;
  readonly claims: number;
  /** When the latest of these happened, epoch milliseconds. */
  readonly lastEvidenceAt: number;
  /** When the latest evidence behind the ability did: an answer on another skill moves it too. */
  readonly latest: number;
}

/** A skill that somebody is known in, and what is known. */
export interface KnownSkill {
  readonly named: Named;
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
  readonly edge: KnownEdge;
}

/** Goes through people known in at least one of some skills, each once, and says what their ability is on a date. */
export interface Walk {
  /** Where the person stands whom it has come to: see States. */
  readonly place: number;
  /** Comes to the next person; false where there is none. */
  next(): boolean;
  /** Comes to this person, by internal id; false where they are known in none of the skills. */
  comeTo(person: string): boolean;
  /** The same by where they stand. */
  comeToPlace(place: number): boolean;
  /** Goes back before everybody. */
  begin(): void;
  /** To be called where others had their turn since next(): it goes on behind the same person, whatever was changed. */
  resume(): void;
  /** Whether the person is known in the skill with this number among those asked for. */
  isKnown(skill: number): boolean;
  /** The numbers of the skills that they are known in: the same list for everybody, filled anew. */
  known(): readonly number[];
  /** Only where they are known. */
  ability(skill: number): Gaussian;
  edge(skill: number): KnownEdge;
  /** What the ability is made of, as it is in this turn: the person's part, and the skill's. */
  generalFigures(): GeneralFigures;
  offsetFigures(skill: number): OffsetFigures;
  /** When the latest evidence behind any of these abilities happened, epoch milliseconds. */
  latest(): number;
}

/** What is asked of people in a skill. */
export interface AskedInSkill {
  /** Internal id. */
  readonly skill: string;
  /** The ability that it takes, logits. */
  readonly threshold: number;
  /** What it counts for who has it, not below 0. */
  readonly weight: number;
}

/** Goes through people known in at least one of some skills, stretch by stretch of their places, each person once. */
export interface Sums {
  /**
   * Goes through the next stretch, as it is in this turn of the event loop; false where there is none behind it. People come
   * with what is expected of them: of all that is asked the weight times the probability that they have it, added up in any order.
   * Who has less than the least that the last visit gave is passed by.
   */
  next(visit: (place: number, sum: number) => number): boolean;
  /** When the latest evidence behind anybody so far happened who counts, epoch milliseconds; minus infinity where nobody does. */
  readonly latest: number;
}

/**
 * The states of everybody in memory, as the graph had them at a moment after they were asked for, or later: what others
 * write meanwhile shows after the next turn of the event loop. Everybody has a place, which stays theirs for one turn.
 */
export interface States {
  readonly calibration: CalibrationOfStates;
  /** Difficulty of a skill's reference question, logits. */
  referenceOf(skill: string): number;
  /** Undefined where there is no such skill. */
  skillNamed(key: string): Named | undefined;
  /** What a person is known in, internal ids. */
  skillsOfPerson(person: string): readonly string[];
  /** The same with what is known on a date. */
  knownOfPerson(person: string, asOf: number): KnownSkill[];
  /** These skills and all those above them, by internal id. */
  withBroader(skills: Iterable<string>): ReadonlyMap<string, SkillOfStates>;
  /** How many skills in use are below a skill, at any depth. */
  narrowerInUse(skill: string): number;
  /** A skill and all those below it, internal ids. */
  withNarrower(skill: string): readonly string[];
  /** Undefined where there is nobody with this internal id. */
  placeOf(person: string): number | undefined;
  /** Internal id. */
  keyAt(place: number): string;
  personAt(place: number): Named;
  /** Whether somebody has not left. */
  isActive(place: number, now: number): boolean;
  /** When somebody leaves or left, epoch milliseconds; infinite while nobody has said that they do. */
  activeUntil(place: number): number;
  isArchived(place: number): boolean;
  /** Internal ids of those who have not left and are not archived. */
  activePeople(now: number): string[];
  /** @param skills internal ids */
  walk(skills: readonly string[], asOf: number): Walk;
  /** @param counts whether somebody counts for the latest evidence, by where they stand */
  sums(asked: readonly AskedInSkill[], asOf: number, counts: (place: number) => boolean): Sums;
}
