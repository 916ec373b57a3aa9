/** A whole organisation as a seed knows it, every id the external one of `source`. */
export interface Dataset {
  /** The external system of all ids: two sets with different sources never mix. */
  readonly source: string;
  readonly skills: readonly SkillSeed[];
  readonly questions: readonly QuestionSeed[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly TeamSeed[];
  readonly projects: readonly ProjectSeed[];
  readonly modules: readonly ModuleSeed[];
  readonly enrolments: readonly EnrolmentSeed[];
  readonly visits: readonly VisitSeed[];
  readonly pageViews: readonly PageViewSeed[];
  readonly availability: readonly AvailabilitySeed[];
  readonly roles: readonly RoleSeed[];
  readonly answers: readonly AnswerSeed[];
}

/** What data on learners alone does not contain. */
export const noOrganisation: Pick<
  Dataset,
  'teams' | 'projects' | 'modules' | 'enrolments' | 'visits' | 'pageViews' | 'availability' | 'roles'
> = {
  teams: [],
  projects: [],
  modules: [],
  enrolments: [],
  visits: [],
  pageViews: [],
  availability: [],
  roles: [],
};

export interface SkillSeed {
  readonly id: string;
  readonly name: string;
  readonly broader: readonly string[];
}

/** A broader skill, and the skills below it. */
export interface Family {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly { readonly id: string; readonly name: string }[];
}

export function skillsOfFamily({ id, name, skills }: Family): SkillSeed[] {
  return [{ id, name, broader: [] }, ...skills.map((skill) => ({ ...skill, broader: [id] }))];
}

export interface QuestionSeed {
  readonly id: string;
  readonly prompt: string;
  readonly answerKey?: string;
  readonly skills: readonly string[];
  /** Questions of one problem (the same task with other numbers) count as equally hard. */
  readonly problem: string;
}

export interface TeamSeed {
  readonly id: string;
  readonly name: string;
  readonly leads: readonly string[];
  readonly members: readonly string[];
}

export interface RequirementSeed {
  /** A task of the project; the project as a whole where left out. */
  readonly task?: string;
  readonly skill: string;
  readonly level: number;
  readonly importance: number;
  readonly headcount: number;
}

/** A requirement as the plans of projects list it, in one line. */
export type Need = readonly [
  skill: string,
  level: number,
  importance: number,
  headcount: number,
  task?: string,
];

export function requirementOf([skill, level, importance, headcount, task]: Need): RequirementSeed {
  return { skill, level, importance, headcount, ...(task !== undefined && { task }) };
}

/** When something begins and ends, RFC 3339; left out where that is not known. */
export interface Dates {
  readonly from?: string;
  readonly to?: string;
}

export interface ProjectSeed extends Dates {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly team: string;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly requirements: readonly RequirementSeed[];
  readonly people: readonly ({ readonly id: string; readonly share: number } & Dates)[];
}

/** One revision of a module; those of one module follow each other by number. */
export interface ModuleSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly expectedMinutes?: number;
  readonly revision?: number;
  /** What differs in this revision. */
  readonly note?: string;
  /** Whether chance decides who takes it and who the revision before it. */
  readonly assignedAtRandom?: boolean;
  readonly teaches: readonly { readonly skill: string; readonly from: number | null; readonly to: number }[];
  readonly prerequisites: readonly string[];
  /** People who wrote it. */
  readonly authors?: readonly string[];
  readonly pages: readonly {
    readonly title: string;
    readonly kind: string;
    readonly expectedSeconds: number;
    /** Questions in their order, outside of sections. */
    readonly asks?: readonly string[];
    readonly sections?: readonly { readonly title: string; readonly asks: readonly string[] }[];
  }[];
}

export interface EnrolmentSeed {
  readonly person: string;
  readonly module: string;
  /** RFC 3339. */
  readonly from: string;
  /** RFC 3339. */
  readonly due?: string;
  /** RFC 3339. */
  readonly completedAt?: string;
}

/** A person's passage through one revision of a module. */
export interface VisitSeed {
  readonly id: string;
  readonly person: string;
  readonly module: string;
  readonly revision: number;
  /** RFC 3339. */
  readonly at: string;
  /** RFC 3339. */
  readonly completedAt?: string;
}

/** Time on one page in the course of a visit. */
export interface PageViewSeed {
  readonly id: string;
  readonly visit: string;
  readonly person: string;
  readonly module: string;
  readonly revision: number;
  readonly page: number;
  /** RFC 3339. */
  readonly at: string;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses?: number;
  readonly longestPauseSeconds?: number;
}

export interface AvailabilitySeed extends Dates {
  readonly person: string;
  readonly share: number;
}

export interface RoleSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly requirements: readonly {
    readonly skill: string;
    readonly level: number;
    readonly importance: number;
  }[];
}

export interface AnswerSeed {
  readonly id: string;
  readonly person: string;
  readonly question: string;
  readonly score: 0 | 1;
  readonly response: string | null;
  readonly responseMs: number | null;
  readonly attempt: number;
  readonly sitting: string;
  /** RFC 3339. */
  readonly at: string;
}

/**
 * A person worth showing: with a record neither poor nor spotless, so that levels moved both ways, and among those the one
 * known in the most skills by the most answers; ties by id.
 */
export function mixedRecord({ answers, questions }: Dataset): string | undefined {
  const skillsOf = new Map(questions.map(({ id, skills }) => [id, skills]));
  const records = new Map<string, { skills: Set<string>; right: number; answers: number }>();
  for (const { person, question, score } of answers) {
    const record = records.get(person) ?? { skills: new Set(), right: 0, answers: 0 };
    for (const skill of skillsOf.get(question) ?? []) record.skills.add(skill);
    record.right += score;
    record.answers++;
    records.set(person, record);
  }
  const places = [...records].map(([person, { skills, right, answers: all }]) => {
    const mixed = right >= 0.5 * all && right <= 0.7 * all;
    return { person, place: [mixed ? 0 : 1, -skills.size, -all, Math.abs(right / all - 0.6)] };
  });
  places.sort((left, right) => compare(left.place, right.place) || (left.person < right.person ? -1 : 1));
  return places[0]?.person;
}

function compare(left: readonly number[], right: readonly number[]): number {
  return left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
