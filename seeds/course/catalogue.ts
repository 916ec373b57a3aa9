import { skillsOfFamily, type Family, type QuestionSeed, type SkillSeed } from '../dataset';
import type { Row } from '../files';

/** The course's skills, and the broader one above them. */
export const probability: Family = {
  id: 'probability-theory',
  name: 'probability theory',
  skills: [
    { id: 'pb', name: 'classic probability' },
    { id: 'cp', name: 'complement' },
    { id: 'un', name: 'union of disjoint events' },
    { id: 'id', name: 'independent events' },
  ],
};

export const skills: readonly SkillSeed[] = skillsOfFamily(probability);

/** Skills by problem number, all of them needed for a right answer: as the course's authors state them. */
export const skillsOfProblem: Readonly<Record<string, readonly string[]>> = {
  '01': ['pb'],
  '02': ['cp'],
  '03': ['un'],
  '04': ['id'],
  '05': ['cp', 'pb'],
  '06': ['cp', 'pb'],
  '07': ['pb', 'un'],
  '08': ['pb', 'un'],
  '09': ['id', 'pb'],
  '10': ['cp', 'id'],
  '11': ['cp', 'id', 'pb'],
  '12': ['id', 'pb', 'un'],
};

/** The test and the problem that a question's id names; undefined where it names none. */
export function placeOf(question: string): { test: 'pre' | 'post'; problem: string } | undefined {
  const [, test, problem = ''] = /^p([12])(\d\d)$/.exec(question) ?? [];
  if (test === undefined || !(problem in skillsOfProblem)) return undefined;
  return { test: test === '1' ? 'pre' : 'post', problem };
}

/** A question from its row; undefined where its id or prompt cannot be read. */
export function questionOf(row: Row): QuestionSeed | undefined {
  const id = row.get('question_id');
  const place = placeOf(id);
  const text = row.get('text').trim();
  if (!place || text === '') return undefined;
  // The parenthesis at the end gives the right answer away: it is the key, not part of what was asked.
  const [, prompt = text, key] = /^(.*\S)\s*\(([^()]*)\)$/su.exec(text) ?? [];
  return {
    id,
    prompt,
    ...(key !== undefined && { answerKey: keyOf(key) }),
    skills: skillsOfProblem[place.problem] ?? [],
    problem: place.problem,
  };
}

function keyOf(parenthesis: string): string {
  return parenthesis
    .replace(/^Correct:\s*/u, '')
    .replace(/^Responses that round to (\S+) were considered correct\.$/u, '$1, rounded to two decimals');
}
