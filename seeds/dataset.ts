/** A whole organisation as a seed knows it, every id the outside one of `source`. */
export interface Dataset {
  /** The outside system of all ids: two sets with different sources never mix. */
  readonly source: string;
  readonly skills: readonly SkillSeed[];
  readonly questions: readonly QuestionSeed[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly TeamSeed[];
  readonly projects: readonly ProjectSeed[];
  readonly answers: readonly AnswerSeed[];
}

export interface SkillSeed {
  readonly id: string;
  readonly name: string;
  readonly broader: readonly string[];
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

export interface ProjectSeed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly team: string;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly requirements: readonly RequirementSeed[];
  readonly people: readonly { readonly id: string; readonly share: number }[];
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
 * Somebody worth showing: known in the most skills, then with the record nearest to 60 % right, so that levels moved
 * both ways; ties by id.
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
  const ranked = [...records].map(([person, { skills, right, answers: all }]) => ({
    person,
    key: [-skills.size, Math.abs(right / all - 0.6)] as const,
  }));
  ranked.sort(
    (left, right) =>
      left.key[0] - right.key[0] || left.key[1] - right.key[1] || (left.person < right.person ? -1 : 1),
  );
  return ranked[0]?.person;
}
