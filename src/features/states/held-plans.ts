import { byName } from '../../shared/name-order';
import { byNeed } from '../projects/need-order';
import type { NeedRow, Plans, ProjectOfPlans, RequirementRow, Stretch } from '../request/plans';
import type { Named } from '../request/states';
import { Narrower } from './narrower';
import { StretchesOfPeople, type StretchFields } from './stretches-of-people';

/** A requirement as a project or a task has it. */
export type RequirementFields = Omit<RequirementRow, 'task' | 'taskName' | 'skillName' | 'skillSortName'>;

export interface ProjectFields extends ProjectOfPlans {
  /** What it requires as a whole. */
  readonly required: readonly RequirementFields[];
}

export interface TaskFields {
  /** Internal id. */
  readonly key: string;
  readonly name: string;
  /** Internal id; null where it is part of none. */
  readonly project: string | null;
  readonly required: readonly RequirementFields[];
}

export interface TeamFields {
  /** Internal id. */
  readonly key: string;
  /** Internal ids of those that it is directly within. */
  readonly broader: readonly string[];
}

/** All that is planned for a person, by internal id. */
export interface PlansOfPerson {
  readonly key: string;
  readonly memberships: readonly StretchFields[];
  readonly assignments: readonly StretchFields[];
  readonly availability: readonly StretchFields[];
}

/** Who and what there is in memory beside the plans. */
interface Beside {
  readonly people: { placeOf(key: string): number | undefined };
  skillNamed(key: string): Named | undefined;
}

/** Internal ids by one that they are under. */
class KeysUnder {
  private readonly keys = new Map<string, Set<string>>();

  of(above: string): Iterable<string> {
    return this.keys.get(above) ?? [];
  }

  /** Takes a key from under some and puts it under others. */
  move(key: string, from: readonly string[], to: readonly string[]): void {
    for (const above of from) {
      const under = this.keys.get(above);
      under?.delete(key);
      if (under?.size === 0) this.keys.delete(above);
    }
    for (const above of to) {
      const under = this.keys.get(above);
      if (under) under.add(key);
      else this.keys.set(above, new Set([key]));
    }
  }
}

/** The plans of an organisation in memory. Whoever changes them does so within one turn of the event loop. */
export class HeldPlans implements Plans {
  private readonly projects = new Map<string, ProjectFields>();
  private readonly tasks = new Map<string, TaskFields>();
  private readonly tasksOfProject = new KeysUnder();
  private readonly projectsUnderTeam = new KeysUnder();
  /** By internal id what teams are directly within; those that are within none are left out. */
  private readonly broaderTeams = new Map<string, readonly string[]>();
  private readonly narrowerTeams = new Narrower();
  private readonly memberships = new StretchesOfPeople();
  private readonly assignments = new StretchesOfPeople();
  private readonly availability = new StretchesOfPeople();

  constructor(private readonly beside: Beside) {}

  projectNamed(key: string): ProjectOfPlans | undefined {
    return this.projects.get(key);
  }

  /** Internal ids of all projects. */
  projectKeys(): string[] {
    return [...this.projects.keys()];
  }

  openProjects(asOf: number): string[] {
    const open: string[] = [];
    for (const { key, to, archivedAt } of this.projects.values())
      if (archivedAt === null && (to === null || to > asOf)) open.push(key);
    return open;
  }

  teamsWithin(team: string): string[] {
    return this.narrowerTeams.withNarrower(team);
  }

  teamsAbove(team: string): string[] {
    return this.withBroader([team]);
  }

  projectsOfTeam(team: string): string[] {
    const projects = [...this.projectsUnderTeam.of(team)].flatMap((key) => this.projects.get(key) ?? []);
    return projects.sort(byName).map(({ key }) => key);
  }

  requiredBy(project: string): NeedRow[] {
    const held = this.projects.get(project);
    if (!held) return [];
    const needs = this.needs(project, held.required, null);
    for (const key of this.tasksOfProject.of(project)) {
      const task = this.tasks.get(key);
      if (task) needs.push(...this.needs(project, task.required, task));
    }
    return needs.sort(byNeed);
  }

  assignmentsAt(place: number): Stretch[] {
    return this.assignments.at(place);
  }

  assignmentsTo(project: string): Stretch[] {
    return this.assignments.allOf(project);
  }

  membershipsAt(place: number): Stretch[] {
    return this.memberships.at(place);
  }

  membershipsIn(team: string): Stretch[] {
    return this.memberships.allOf(team);
  }

  teamsWithMembers(): string[] {
    return this.withBroader(this.memberships.keys());
  }

  availabilityAt(place: number): Stretch[] {
    return this.availability.at(place);
  }

  putProject(project: ProjectFields): void {
    this.projectsUnderTeam.move(project.key, this.projects.get(project.key)?.teams ?? [], project.teams);
    this.projects.set(project.key, { ...project, required: this.slim(project.required) });
  }

  removeProject(key: string): void {
    this.projectsUnderTeam.move(key, this.projects.get(key)?.teams ?? [], []);
    this.projects.delete(key);
  }

  putTask(task: TaskFields): void {
    this.tasksOfProject.move(task.key, projectOf(this.tasks.get(task.key)), projectOf(task));
    this.tasks.set(task.key, { ...task, required: this.slim(task.required) });
  }

  removeTask(key: string): void {
    this.tasksOfProject.move(key, projectOf(this.tasks.get(key)), []);
    this.tasks.delete(key);
  }

  putTeam({ key, broader }: TeamFields): void {
    this.narrowerTeams.move(key, this.broaderTeams.get(key) ?? [], broader);
    if (broader.length > 0) this.broaderTeams.set(key, broader);
    else this.broaderTeams.delete(key);
  }

  removeTeam(key: string): void {
    this.putTeam({ key, broader: [] });
  }

  /** Puts all that is planned for people who have a place in place of what is held of them. */
  putPerson({ key, memberships, assignments, availability }: PlansOfPerson): void {
    const place = this.beside.people.placeOf(key);
    if (place === undefined) return;
    this.memberships.put(place, memberships);
    this.assignments.put(place, assignments);
    this.availability.put(place, availability);
  }

  removePerson(key: string): void {
    this.putPerson({ key, memberships: [], assignments: [], availability: [] });
  }

  /** Teams and all that they are within, each once. */
  private withBroader(teams: readonly string[]): string[] {
    const reached = new Set(teams);
    for (const team of reached) for (const broader of this.broaderTeams.get(team) ?? []) reached.add(broader);
    return [...reached];
  }

  /** Without those whose skill is not held: it is gone, or so new that nobody was told yet that it is required. */
  private needs(project: string, required: readonly RequirementFields[], task: TaskFields | null): NeedRow[] {
    return required.flatMap(({ requirement, level, band, importance, headcount, skillKey }) => {
      const skill = this.beside.skillNamed(skillKey);
      if (!skill) return [];
      return {
        project,
        requirement,
        level,
        band,
        importance,
        headcount,
        task: task?.key ?? null,
        taskName: task?.name ?? null,
        skillKey,
        skillName: skill.name,
        skillSortName: skill.sortName,
      };
    });
  }

  /**
   * With the id of a skill as it is held already: as many texts as there are skills. Each is one literal, since what is spread
   * together takes twice the room.
   */
  private slim(required: readonly RequirementFields[]): RequirementFields[] {
    return required.map(({ requirement, level, band, importance, headcount, skillKey }) => ({
      requirement,
      level,
      band,
      importance,
      headcount,
      skillKey: this.beside.skillNamed(skillKey)?.key ?? skillKey,
    }));
  }
}

function projectOf(task: TaskFields | undefined): string[] {
  return task?.project == null ? [] : [task.project];
}
