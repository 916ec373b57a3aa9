import { requirementOf, type Need, type ProjectSeed, type TeamSeed } from '../dataset';
import type { Random } from '../random';

interface Plan {
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
    tasks: [],
    needs: [
      ['pb', 0.85, 2, 2],
      ['un', 0.85, 1, 2],
      ['sql', 0.7, 2, 1],
    ],
  },
];

/** The projects, each with five people: most of the responsible team, one or two of others. */
export function simulateProjects(random: Random, teams: readonly TeamSeed[]): ProjectSeed[] {
  const everybody = teams.flatMap(({ members }) => members);
  return plans.map(({ needs, ...plan }) => {
    const own = teams.find(({ id }) => id === plan.team)?.members ?? [];
    const assigned = new Set([
      ...random.shuffled(own).slice(0, 4),
      ...random.shuffled(everybody).slice(0, 1 + random.below(2)),
    ]);
    const people = [...assigned].map((id) => ({ id, share: random.chance(0.4) ? 1 : 0.5 }));
    return { ...plan, requirements: needs.map(requirementOf), people };
  });
}
