import type { AnswerLog } from '../../../src/estimators/answer-log';

/** How many answers a person has given so far, and how many of them were right: fractions add up. */
export class Tally {
  private readonly answersOf: Float64Array;
  private readonly rightOf: Float64Array;

  constructor(size: number) {
    this.answersOf = new Float64Array(size);
    this.rightOf = new Float64Array(size);
  }

  answers(index: number): number {
    return this.answersOf[index]!;
  }

  right(index: number): number {
    return this.rightOf[index]!;
  }

  add(index: number, score: number): void {
    this.answersOf[index] = this.answersOf[index]! + 1;
    this.rightOf[index] = this.rightOf[index]! + score;
  }

  clear(index: number): void {
    this.answersOf[index] = this.rightOf[index] = 0;
  }
}

/** The tallies of one person's earlier answers. */
export interface EarlierAnswers {
  /** Of all answers, at index 0. */
  readonly total: Tally;
  readonly ofQuestion: Tally;
  readonly ofSkill: Tally;
}

/** Calls for each answer of the log, in its order, with what its person has answered before. */
export function forEachAnswer(
  { people, firstOf, question, score, questionSkills, skills }: AnswerLog,
  take: (question: number, skills: Int32Array, earlier: EarlierAnswers) => void,
): void {
  const earlier = {
    total: new Tally(1),
    ofQuestion: new Tally(questionSkills.length),
    ofSkill: new Tally(skills),
  };
  for (let person = 0; person < people; person++) {
    const first = firstOf[person]!;
    const end = firstOf[person + 1]!;
    earlier.total.clear(0);
    for (let i = first; i < end; i++) {
      earlier.ofQuestion.clear(question[i]!);
      for (const skill of questionSkills[question[i]!]!) earlier.ofSkill.clear(skill);
    }
    for (let i = first; i < end; i++) {
      const asked = question[i]!;
      take(asked, questionSkills[asked]!, earlier);
      earlier.total.add(0, score[i]!);
      earlier.ofQuestion.add(asked, score[i]!);
      for (const skill of questionSkills[asked]!) earlier.ofSkill.add(skill, score[i]!);
    }
  }
}
