import { grouped } from '../../shared/grouped';
import type {
  AskedInSkill,
  CalibrationOfStates,
  KnownSkill,
  Named,
  SkillOfStates,
  States,
  Sums,
  Walk,
} from '../request/states';
import { Narrower } from './narrower';
import { figureOf, figuresEach, PeopleTable, type PersonFields } from './people-table';
import { SkillEdges, type EdgeChange } from './skill-edges';
import { SkillsOfPeople } from './skills-of-people';
import type { EdgeRow } from './stored-state';
import { SumsOfHolders } from './sums-of-holders';
import { edgesOfPerson, WalkOverHolders } from './walk-over-holders';

/** A skill, and where it stands. */
export interface SkillFields extends Named {
  readonly archivedAt: number | null;
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
  /** Internal ids of the skills directly above it. */
  readonly broader: readonly string[];
}

/** A person with all that they are known in. */
export interface PersonWithEdges extends PersonFields {
  /** Numbers of their skills, as numberOf() gives them. */
  readonly skills: readonly number[];
  /** In the same order. */
  readonly edges: readonly EdgeRow[];
}

interface HeldSkill {
  fields: SkillFields | undefined;
  readonly edges: SkillEdges;
}

const nobody = new SkillEdges();

/** The states of one calibration in memory. Whoever changes them does so within one turn of the event loop. */
export class HeldStates implements States {
  readonly people = new PeopleTable();
  private readonly skillsOf = new SkillsOfPeople();
  private readonly skills: HeldSkill[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly hierarchy = new Narrower();
  private expectedEdges = 0;

  constructor(readonly calibration: CalibrationOfStates) {}

  /** The number of a skill that is held; undefined for others. */
  numberOf(skill: string): number | undefined {
    return this.numbers.get(skill);
  }

  edgesOf(skill: string): SkillEdges {
    const number = this.numbers.get(skill);
    return (number === undefined ? undefined : this.skills[number]?.edges) ?? nobody;
  }

  skillNamed(key: string): SkillFields | undefined {
    const number = this.numbers.get(key);
    return number === undefined ? undefined : this.skills[number]?.fields;
  }

  referenceOf(skill: string): number {
    return this.skillNamed(skill)?.reference ?? 0;
  }

  withBroader(skills: Iterable<string>): Map<string, SkillOfStates> {
    const found = new Map<string, SkillOfStates>();
    const reached = new Set(skills);
    for (const key of reached) {
      const fields = this.skillNamed(key);
      if (!fields) continue;
      const { name, sortName, archivedAt, reference, broader } = fields;
      const narrower = this.inUse(this.hierarchy.directlyBelow(key));
      found.set(key, { key, name, sortName, reference, broader, narrower, inUse: archivedAt === null });
      for (const above of broader) reached.add(above);
    }
    return found;
  }

  narrowerInUse(skill: string): number {
    return this.inUse(this.withNarrower(skill).filter((one) => one !== skill));
  }

  /** How many of these skills are in use. */
  private inUse(skills: Iterable<string>): number {
    let count = 0;
    for (const skill of skills) if (this.skillNamed(skill)?.archivedAt === null) count++;
    return count;
  }

  withNarrower(skill: string): readonly string[] {
    return this.hierarchy.withNarrower(skill);
  }

  placeOf(person: string): number | undefined {
    return this.people.placeOf(person);
  }

  keyAt(place: number): string {
    return this.people.keys[place] ?? '';
  }

  personAt(place: number): Named {
    const { keys, names, sortNames } = this.people;
    return { key: keys[place] ?? '', name: names[place] ?? '', sortName: sortNames[place] ?? '' };
  }

  isActive(place: number, now: number): boolean {
    return this.activeUntil(place) > now;
  }

  activeUntil(place: number): number {
    return this.people.figures[place * figuresEach + figureOf.activeUntil] ?? NaN;
  }

  isArchived(place: number): boolean {
    return this.people.figures[place * figuresEach + figureOf.archivedAt] !== Infinity;
  }

  activePeople(now: number): string[] {
    return this.people.keys.flatMap((key, place) =>
      key !== undefined && this.isActive(place, now) && !this.isArchived(place) ? key : [],
    );
  }

  walk(skills: readonly string[], asOf: number): Walk {
    const edges = skills.map((skill) => this.edgesOf(skill));
    return new WalkOverHolders(this.people, edges, asOf, this.calibration);
  }

  sums(asked: readonly AskedInSkill[], asOf: number, counts: (place: number) => boolean): Sums {
    const bySkill = grouped(asked, ({ skill }) => skill);
    const columns = [...bySkill].map(([skill, ofSkill]) => [this.edgesOf(skill), ofSkill] as const);
    return new SumsOfHolders(this.people, columns, asOf, this.calibration, counts);
  }

  /** Internal ids of all skills. */
  skillKeys(): string[] {
    return [...this.numbers.keys()];
  }

  /** What a person is known in, by internal id of the skill. */
  skillsOfPerson(person: string): string[] {
    const place = this.people.placeOf(person);
    if (place === undefined) return [];
    return [...this.skillsOf.of(place)].flatMap((number) => this.skills[number]?.fields?.key ?? []);
  }

  knownOfPerson(person: string, asOf: number): KnownSkill[] {
    const place = this.people.placeOf(person);
    if (place === undefined) return [];
    const edgeIn = edgesOfPerson(this.people, place, asOf, this.calibration);
    const known: KnownSkill[] = [];
    for (const number of this.skillsOf.of(place)) {
      const { fields: named, edges } = this.skills[number] ?? {};
      if (named && edges) known.push({ named, reference: named.reference, edge: edgeIn(edges) });
    }
    return known;
  }

  /** @param holders how many edges are expected */
  putSkill(fields: SkillFields, holders = 0): void {
    const number = this.numbers.get(fields.key) ?? this.skills.length;
    const held = this.skills[number];
    this.hierarchy.move(fields.key, held?.fields?.broader ?? [], fields.broader);
    if (held) held.fields = fields;
    else {
      this.numbers.set(fields.key, number);
      const edges = new SkillEdges();
      edges.makeRoomFor(holders);
      this.expectedEdges += holders;
      this.skills.push({ fields, edges });
    }
  }

  /** Takes a skill out with its edges. */
  removeSkill(key: string): void {
    const number = this.numbers.get(key);
    const held = number === undefined ? undefined : this.skills[number];
    if (!held) return;
    const { people, size } = held.edges;
    const known = [...people.subarray(0, size)];
    for (const person of known)
      this.skillsOf.put(
        person,
        [...this.skillsOf.of(person)].filter((one) => one !== number),
      );
    held.edges.put(known.map((person) => ({ person, edge: undefined })));
    this.hierarchy.move(key, held.fields?.broader ?? [], []);
    held.fields = undefined;
    this.people.version++;
    this.numbers.delete(key);
  }

  /** Makes room for so many people, with as many edges as are expected of all skills. */
  makeRoomFor(people: number): void {
    this.people.makeRoomFor(people);
    this.skillsOf.makeRoomFor(people, this.expectedEdges);
  }

  /** Adds somebody who is not there yet, behind all others: the quick way to read everybody in. */
  append(person: PersonWithEdges): void {
    const place = this.people.put(person);
    this.skillsOf.put(place, person.skills);
    person.skills.forEach((number, position) => {
      const edge = person.edges[position];
      if (edge) this.skills[number]?.edges.append(place, edge);
    });
  }

  /** Puts people in place of what is held of them, and takes others out by internal id. */
  put(changed: readonly PersonWithEdges[], gone: readonly string[]): void {
    const changes = new Map<number, EdgeChange[]>();
    const change = (skill: number, person: number, edge: EdgeRow | undefined): void => {
      const ofSkill = changes.get(skill);
      if (ofSkill) ofSkill.push({ person, edge });
      else changes.set(skill, [{ person, edge }]);
    };
    for (const person of changed) {
      const place = this.people.put(person);
      const kept = new Set(person.skills);
      for (const skill of this.skillsOf.of(place)) if (!kept.has(skill)) change(skill, place, undefined);
      person.skills.forEach((skill, position) => {
        change(skill, place, person.edges[position]);
      });
      this.skillsOf.put(place, person.skills);
    }
    const free = gone.flatMap((key) => this.people.placeOf(key) ?? []);
    for (const place of free) {
      for (const skill of this.skillsOf.of(place)) change(skill, place, undefined);
      this.skillsOf.put(place, []);
      this.people.remove(place);
    }
    for (const [skill, ofSkill] of changes)
      this.skills[skill]?.edges.put(ofSkill.sort((one, other) => one.person - other.person));
    this.people.version++;
    // Only now: in one list of changes a place is one person's.
    for (const place of free) this.people.reuse(place);
  }
}
