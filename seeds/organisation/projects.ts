import { requirementOf, type Dates, type Need, type ProjectSeed, type TeamSeed } from '../dataset';
import type { Random } from '../random';

interface Plan extends Required<Dates> {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly team: string;
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly needs: readonly Need[];
}

const plans: readonly Plan[] = [
  {
    id: 'late-deliveries',
    name: 'Price the risk of late deliveries',
    description: 'A model of delivery chains, and a price for every promise we make.',
    team: 'pricing',
    from: '2026-02-02T08:00:00Z',
    to: '2030-06-28T16:00:00Z',
    tasks: [{ id: 'late-deliveries-chains', name: 'Model the chains' }],
    needs: [
      ['pb', 0.93, 2, 2],
      ['id', 0.9, 2, 2, 'late-deliveries-chains'],
      ['sql', 0.85, 1, 2],
      ['writing', 0.85, 1, 1],
    ],
  },
  {
    id: 'returns-policy',
    name: 'Try the new returns policy',
    description: 'An experiment in twelve shops before the policy holds everywhere.',
    team: 'insights',
    from: '2026-03-02T08:00:00Z',
    to: '2030-01-31T16:00:00Z',
    tasks: [{ id: 'returns-policy-analysis', name: 'Analyse the experiment' }],
    needs: [
      ['experiments', 0.9, 3, 4],
      ['cp', 0.9, 1, 2],
      ['sql', 0.9, 2, 3, 'returns-policy-analysis'],
    ],
  },
  {
    id: 'dashboards',
    name: 'Dashboards that answer',
    description: 'Fewer charts, each with a question it answers.',
    team: 'insights',
    from: '2026-01-12T08:00:00Z',
    to: '2029-12-21T16:00:00Z',
    tasks: [],
    needs: [
      ['charts', 0.8, 2, 4],
      ['writing', 0.85, 1, 2],
      ['un', 0.85, 1, 1],
    ],
  },
  {
    id: 'order-platform',
    name: 'Orders on the new platform',
    description: 'Orders move over without a day of standstill.',
    team: 'platform',
    from: '2026-01-05T08:00:00Z',
    to: '2031-03-28T16:00:00Z',
    tasks: [{ id: 'order-platform-switch', name: 'Switch over' }],
    needs: [
      ['typescript', 0.75, 3, 4],
      ['testing', 0.7, 2, 3],
      ['incidents', 0.75, 2, 2, 'order-platform-switch'],
    ],
  },
  {
    id: 'safer-sign-in',
    name: 'Safer sign-in',
    description: 'Sign-in without passwords, and no way around it.',
    team: 'shop',
    from: '2026-04-06T08:00:00Z',
    to: '2029-09-28T16:00:00Z',
    tasks: [],
    needs: [
      ['threats', 0.75, 3, 2],
      ['typescript', 0.7, 2, 2],
      ['review', 0.7, 1, 2],
    ],
  },
  {
    id: 'peak-season',
    name: 'Ready for the peak season',
    description: 'Who does what when all lamps are red.',
    team: 'operations',
    from: '2026-05-04T08:00:00Z',
    to: '2030-12-20T16:00:00Z',
    tasks: [],
    needs: [
      ['incidents', 0.8, 3, 3],
      ['facilitation', 0.7, 1, 2],
      ['id', 0.7, 1, 1],
    ],
  },
  {
    id: 'new-leads',
    name: 'Coach the new leads',
    description: 'Six evenings for people who lead for the first time.',
    team: 'learning',
    from: '2026-02-16T08:00:00Z',
    to: '2031-12-19T16:00:00Z',
    tasks: [],
    needs: [
      ['feedback', 0.75, 2, 3],
      ['facilitation', 0.75, 2, 2],
      ['pb', 0.75, 1, 1],
    ],
  },
  {
    id: 'spare-parts',
    name: 'Forecast spare parts',
    description: 'Which part is asked for where, a month ahead.',
    team: 'logistics',
    from: '2026-03-16T08:00:00Z',
    to: '2030-08-30T16:00:00Z',
    tasks: [],
    needs: [
      ['pb', 0.85, 2, 2],
      ['un', 0.85, 1, 2],
      ['sql', 0.7, 2, 1],
    ],
  },
];

/** When those who come from other teams go back to them. */
const back = '2028-06-30T16:00:00Z';

/** The projects, each with five people: most of the responsible team, one or two of others, who stay for a while. */
export function simulateProjects(random: Random, teams: readonly TeamSeed[]): ProjectSeed[] {
  const everybody = teams.flatMap(({ members }) => members);
  return plans.map(({ needs, ...plan }) => {
    const own = teams.find(({ id }) => id === plan.team)?.members ?? [];
    const assigned = new Set([
      ...random.shuffled(own).slice(0, 4),
      ...random.shuffled(everybody).slice(0, 1 + random.below(2)),
    ]);
    const people = [...assigned].map((id) => ({
      ...{ id, share: random.chance(0.4) ? 1 : 0.5 },
      ...{ from: plan.from, to: own.includes(id) ? plan.to : back },
    }));
    return { ...plan, requirements: needs.map(requirementOf), people };
  });
}
