import { percent, toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import { whatIsWrong } from './diagnosis-sentences';
import type { Problem } from './problem.type';
import { Verdict } from './verdict.type';

/** What a question asks, how a page is titled, or what else is called. */
interface Called {
  readonly prompt?: string;
  readonly title?: string | null;
  readonly name?: string;
}

/** How long first, then what is wrong with what, and for how many people. */
export function summaryOfProblem(problem: Problem, on: Called, team: string | undefined): string {
  const { subject, verdict, kind, probability, hoursOpen, closedAt, peopleAffected } = problem;
  const lasted = `${closedAt === null ? 'Open for' : 'Was open for'} ${toOnePlace(hoursOpen)} hours`;
  const people = counted(peopleAffected, 'person', 'people');
  return verdict === Verdict.KNOWLEDGE_GAP
    ? `${lasted}: ${team ?? 'a team'} lacks ${calledOf(subject, on)}, which others hold (probability ${percent(probability)}); ${people} of the team answered.`
    : `${lasted}: ${calledOf(subject, on)} is likely at fault (probability ${percent(probability)})${kind === null ? '' : `, ${whatIsWrong[kind]}`}; ${people} met it.`;
}

function calledOf({ type }: Problem['subject'], on: Called): string {
  const name = on.prompt ?? on.title ?? on.name;
  switch (type) {
    case 'QuestionVersion':
      return name == null ? 'a question' : `the question “${name}”`;
    case 'Page':
      return name == null ? 'a page' : `the page “${name}”`;
    case 'Skill':
      return name ?? 'a skill';
  }
}
