import type {
  AvailabilitySeed,
  Dataset,
  EnrolmentSeed,
  ModuleSeed,
  PageViewSeed,
  RoleSeed,
  TeamSeed,
  VisitSeed,
} from '../dataset';

/** Invented, as everything here: what the organisation's people learn from. */
export const modules: readonly ModuleSeed[] = [
  {
    id: 'chance-at-work',
    name: 'Chance at work',
    description: 'Complement, union and independence, with the questions that deliveries and returns pose.',
    expectedMinutes: 45,
    teaches: [
      { skill: 'pb', from: 0.3, to: 0.7 },
      { skill: 'cp', from: null, to: 0.7 },
    ],
    prerequisites: [],
    pages: [
      { title: 'What can happen', kind: 'SLIDE', expectedSeconds: 120 },
      { title: 'The other side', kind: 'TEXT', expectedSeconds: 240 },
      { title: 'Try it', kind: 'QUIZ', expectedSeconds: 600 },
    ],
  },
  {
    id: 'queries-that-answer',
    name: 'Queries that answer',
    description: 'From a question to a query, and from a result to an answer.',
    expectedMinutes: 90,
    teaches: [{ skill: 'sql', from: 0.4, to: 0.8 }],
    prerequisites: ['chance-at-work'],
    pages: [
      { title: 'Joins', kind: 'VIDEO', expectedSeconds: 600 },
      { title: 'Groups', kind: 'VIDEO', expectedSeconds: 480 },
    ],
  },
];

/** The whole team learns what it lacks, by the middle of the year. */
export function simulateEnrolments(teams: readonly TeamSeed[]): EnrolmentSeed[] {
  const insights = teams.find(({ id }) => id === 'insights');
  return (insights?.members ?? []).flatMap((person) =>
    modules.map(({ id }) => ({
      person,
      module: id,
      from: '2026-01-05T08:00:00Z',
      due: '2026-06-30T16:00:00Z',
    })),
  );
}

/** Some work part of their time, and some are away for half a year. */
export function simulateAvailability(teams: readonly TeamSeed[]): AvailabilitySeed[] {
  const away = { share: 0, from: '2027-07-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
  return teams.flatMap(({ members }) => [
    ...members.filter((_, place) => place % 4 === 3).map((person) => ({ person, share: 0.6 })),
    ...members.filter((_, place) => place % 8 === 5).map((person) => ({ person, ...away })),
  ]);
}

export const roles: readonly RoleSeed[] = [
  {
    id: 'data-analyst',
    name: 'Data analyst',
    description: 'Turns questions of the business into queries, and results into answers that hold.',
    requirements: [
      { skill: 'sql', level: 0.8, importance: 3 },
      { skill: 'charts', level: 0.7, importance: 2 },
      { skill: 'experiments', level: 0.7, importance: 1 },
    ],
  },
  {
    id: 'software-engineer',
    name: 'Software engineer',
    description: 'Builds what others rely on, and keeps it running.',
    requirements: [
      { skill: 'typescript', level: 0.8, importance: 3 },
      { skill: 'testing', level: 0.7, importance: 2 },
      { skill: 'incidents', level: 0.6, importance: 1 },
    ],
  },
];

const minute = 60_000;
const firstMonday = Date.parse('2026-01-05T09:00:00Z');

/**
 * Everybody in the team begins what comes first, some of them what comes next; some leave on the way. Who is quick and who
 * pauses is made up, by the place in the list and not at random, so that answers stay what they were.
 */
export function simulateVisits(teams: readonly TeamSeed[]): Pick<Dataset, 'visits' | 'pageViews'> {
  const people = teams.find(({ id }) => id === 'insights')?.members ?? [];
  const passages = modules.flatMap(({ id, pages }, place) =>
    people
      .slice(0, place === 0 ? people.length : Math.ceil(people.length / 2))
      .map((person, index) => passage(person, index, id, pages, place)),
  );
  return {
    visits: passages.map(({ visit }) => visit),
    pageViews: passages.flatMap(({ views }) => views),
  };
}

function passage(
  person: string,
  index: number,
  module: string,
  pages: ModuleSeed['pages'],
  place: number,
): { visit: VisitSeed; views: PageViewSeed[] } {
  const reached = index % 3 === 2 ? pages.length - 1 : pages.length;
  const pace = 0.6 + (index % 5) / 5;
  let at = firstMonday + (7 * place + (index % 4)) * 1_440 * minute + index * 11 * minute;
  const ofVisit = { person, module, revision: 1 };
  const visit = `${person} ${module}`;
  const started = new Date(at).toISOString();
  const views = pages.slice(0, reached).map(({ expectedSeconds }, page) => {
    const activeSeconds = Math.round(pace * expectedSeconds);
    const pauses = (index + page) % 3;
    const view = {
      id: `${visit} ${String(page + 1)}`,
      ...{ visit, ...ofVisit, page: page + 1 },
      at: new Date(at).toISOString(),
      activeSeconds,
      idleSeconds: 40 * pauses,
      ...(pauses > 0 && { pauses, longestPauseSeconds: 45 }),
    };
    at += 1_000 * (activeSeconds + view.idleSeconds);
    return view;
  });
  const completed = reached === pages.length && { completedAt: new Date(at).toISOString() };
  return { visit: { id: visit, ...ofVisit, at: started, ...completed }, views };
}
