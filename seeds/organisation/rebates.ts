import type { AnswerSeed, Dataset, EnrolmentSeed, PageViewSeed, TeamSeed, VisitSeed } from '../dataset';
import { Random } from '../random';
import {
  longPage,
  plainRevision,
  rebateQuestions,
  revisionWithExamples,
  type RebateQuestion,
} from './rebates-catalogue';

/** Who takes the module; the last of them lacks what its questions on rebates ask. */
const teams = ['pricing', 'shop', 'operations', 'learning', 'care'];
const lacking = { team: 'care', skill: 'rebates' };

const firstMonday = Date.parse('2026-09-07T08:00:00Z');
const [minute, day] = [60_000, 86_400_000];
/** Logits: how people differ, what the module adds, what the lacking team lacks. */
const [spread, learned, lacked] = [0.8, 0.9, -3.2];
/** Share of people who leave at the long page. */
const leaving = { plain: 0.25, withExamples: 0.05 };

type Course = Pick<Dataset, 'enrolments' | 'visits' | 'pageViews' | 'answers'>;
interface Passage {
  readonly enrolment: EnrolmentSeed;
  readonly visit: VisitSeed;
  readonly views: readonly PageViewSeed[];
  readonly answers: readonly AnswerSeed[];
}

/**
 * Everybody takes one of the two revisions, as chance has it. With random numbers of its own, so that what other parts of
 * the organisation draw stays what it is.
 */
export function simulateRebates(teamSeeds: readonly TeamSeed[]): Course {
  const random = new Random(7);
  const passages = teamSeeds
    .filter(({ id }) => teams.includes(id))
    .flatMap(({ id: team, members }) => members.map((person) => passageOf(random, team, person)));
  return {
    enrolments: passages.map(({ enrolment }) => enrolment),
    visits: passages.map(({ visit }) => visit),
    pageViews: passages.flatMap(({ views }) => views),
    answers: passages.flatMap(({ answers }) => answers),
  };
}

function passageOf(random: Random, team: string, person: string): Passage {
  const [content, left] = random.chance(0.5)
    ? [plainRevision, leaving.plain]
    : [revisionWithExamples, leaving.withExamples];
  const { id: module, pages, revision = 1 } = content;
  const [ability, pace] = [spread * random.normal(), Math.exp(0.3 * random.normal())];
  const leaves = random.chance(left);
  const started = firstMonday + random.below(12) * day + random.below(400) * minute;
  const within = { person, module, revision };
  const visit = `${person} ${module}`;
  let at = started;
  const answers: AnswerSeed[] = [];
  const views = pages
    .slice(0, leaves ? longPage : pages.length)
    .map(({ expectedSeconds, sections = [] }, index) => {
      const asks = sections.flatMap((section) => section.asks);
      const page = index + 1;
      const slow = page === longPage ? 3 : 1;
      const activeSeconds = Math.round(expectedSeconds * pace * slow * Math.exp(0.2 * random.normal()));
      const began = at;
      for (const question of rebateQuestions.filter(({ id }) => asks.includes(id))) {
        at += Math.round((1_000 * activeSeconds) / asks.length);
        const able = ability + (index > 0 ? learned : 0) + lackOf(team, question);
        answers.push(answerOf(random, person, question, able, at));
      }
      at = began + 1_000 * activeSeconds;
      const view = { id: `${visit} ${String(page)}`, visit, ...within, page, activeSeconds, idleSeconds: 0 };
      return { ...view, at: new Date(began).toISOString() };
    });
  const completed = leaves ? {} : { completedAt: new Date(at).toISOString() };
  const enrolment = {
    person,
    module,
    from: '2026-09-01T08:00:00Z',
    due: '2026-12-18T16:00:00Z',
    ...completed,
  };
  return {
    enrolment,
    visit: { id: visit, ...within, at: new Date(started).toISOString(), ...completed },
    ...{ views, answers },
  };
}

const lackOf = (team: string, { skills }: RebateQuestion): number =>
  team === lacking.team && skills.includes(lacking.skill) ? lacked : 0;

/** What somebody of this ability answers, scored by the key of the catalogue, which need not be right. */
function answerOf(
  random: Random,
  person: string,
  { id: question, right, answerKey }: RebateQuestion,
  ability: number,
  at: number,
): AnswerSeed {
  const knows = random.chance(1 / (1 + Math.exp(-0.6 - ability)));
  const others = ['A', 'B', 'C', 'D'].filter((option) => option !== right);
  const response = knows ? right : (others[random.below(others.length)] ?? right);
  return {
    id: `${person} ${question}`,
    ...{ person, question, response },
    score: response === answerKey ? 1 : 0,
    responseMs: null,
    attempt: 1,
    sitting: question.includes('before') ? 'prices before' : 'prices after',
    at: new Date(at).toISOString(),
  };
}
