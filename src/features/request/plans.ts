import type { Named } from './states';

/** A requirement with its skill and, where a task owns it, that task. */
export interface RequirementRow {
  requirement: string;
  level: number;
  /** The band that it was stated by; null where by a level. */
  band: string | null;
  importance: number;
  headcount: number;
  /** Internal id; null where the project as a whole requires it. */
  task: string | null;
  taskName: string | null;
  skillKey: string;
  skillName: string;
  skillSortName: string;
}

/** A requirement with the project that it is of, itself or by a task. */
export interface NeedRow extends RequirementRow {
  /** Internal id. */
  project: string;
}

/** A project, when it is, and who answers for it; moments are epoch milliseconds. */
export interface ProjectOfPlans extends Named {
  readonly from: number | null;
  readonly to: number | null;
  readonly archivedAt: number | null;
  /** Internal ids of the teams that are responsible for it. */
  readonly teams: readonly string[];
}

/** A stretch of time for which somebody belongs to a team, is assigned to a project, or is available. */
export interface Stretch {
  /** Where the person stands: see States. */
  readonly place: number;
  /** Internal id of the team or the project; empty where they are available. */
  readonly of: string;
  /** Share of working time; 1 of who belongs to a team. */
  readonly share: number;
  /** Epoch milliseconds. */
  readonly from: number;
  /** Epoch milliseconds; null while no end is known. */
  readonly to: number | null;
}

/**
 * What is planned for everybody, in memory beside the states and as of the same moment: projects with what they and their tasks
 * require, and for whom which stretches are stated, past ones too. What others write meanwhile shows after the next turn of
 * the event loop.
 */
export interface Plans {
  /** Undefined where there is no such project. */
  projectNamed(key: string): ProjectOfPlans | undefined;
  /** Internal ids of the projects in use that have not ended on a date. */
  openProjects(asOf: number): string[];
  /** Internal ids of a team and of all that are within it, at any depth, each once. */
  teamsWithin(team: string): string[];
  /** Internal ids of a team and of all that it is within, at any depth, from itself upwards. */
  teamsAbove(team: string): string[];
  /** Internal ids of the projects that a team by itself is responsible for, by name. */
  projectsOfTeam(team: string): string[];
  /** What a project requires, its tasks included, by skill and level; nothing where there is no such project. */
  requiredBy(project: string): NeedRow[];
  assignmentsAt(place: number): Stretch[];
  assignmentsTo(project: string): Stretch[];
  membershipsAt(place: number): Stretch[];
  /** Of those who belong to a team by itself. */
  membershipsIn(team: string): Stretch[];
  /** Internal ids of the teams that anybody belongs to, has belonged to or will, and of all that these are within. */
  teamsWithMembers(): string[];
  availabilityAt(place: number): Stretch[];
}
