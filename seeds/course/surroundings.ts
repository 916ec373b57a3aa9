import { requirementOf, type Need, type ProjectSeed, type TeamSeed } from '../dataset';

const teamCount = 12;

/** Invented: the learners in the order of their case ids, cut into twelve teams; the first of each leads it. */
export function madeUpTeams(people: readonly string[]): TeamSeed[] {
  const size = Math.ceil(people.length / teamCount);
  return Array.from({ length: teamCount }, (_, index) => {
    const members = people.slice(index * size, (index + 1) * size);
    const number = String(index + 1).padStart(2, '0');
    return { id: `team-${number}`, name: `Made-up team ${number}`, leads: members.slice(0, 1), members };
  }).filter(({ members }) => members.length > 0);
}

const plans: readonly (readonly [
  name: string,
  description: string,
  task: string,
  needs: readonly Need[],
  ofTask: readonly Need[],
])[] = [
  [
    'Made-up project: risk of late trains',
    'A price for each delay.',
    'Model the connections',
    [
      ['pb', 0.97, 2, 12],
      ['un', 0.97, 1, 15],
    ],
    [['id', 0.95, 2, 12]],
  ],
  [
    'Made-up project: quality of a screw plant',
    'Which tests catch which fault.',
    'Plan the samples',
    [
      ['cp', 0.9, 2, 4],
      ['pb', 0.85, 2, 3],
    ],
    [['id', 0.8, 1, 2]],
  ],
  [
    'Made-up project: game night',
    'Fair rules for a new dice game.',
    'Check the rules',
    [
      ['pb', 0.75, 1, 2],
      ['un', 0.8, 1, 2],
    ],
    [['cp', 0.85, 1, 1]],
  ],
  [
    'Made-up project: screening leaflet',
    'What a test result means, for patients.',
    'Work out the examples',
    [
      ['cp', 0.9, 3, 3],
      ['id', 0.8, 2, 3],
    ],
    [['pb', 0.8, 1, 2]],
  ],
  [
    'Made-up project: school workshop',
    'Two hours on chance for ten-year-olds.',
    'Write the exercises',
    [
      ['pb', 0.9, 2, 5],
      ['cp', 0.9, 1, 3],
    ],
    [['un', 0.9, 1, 3]],
  ],
];

/** Invented: one project for each of the first teams, with eight of its people and two of the next team. */
export function madeUpProjects(teams: readonly TeamSeed[]): ProjectSeed[] {
  return plans.flatMap(([name, description, taskName, needs, ofTask], index) => {
    const team = teams[index];
    if (!team) return [];
    const id = `project-${String(index + 1)}`;
    const task = `${id}-task`;
    const people = [...team.members.slice(1, 9), ...(teams[index + 1]?.members.slice(1, 3) ?? [])];
    return [
      {
        id,
        name,
        description,
        team: team.id,
        tasks: [{ id: task, name: taskName }],
        requirements: [
          ...needs.map(requirementOf),
          ...ofTask.map((need) => ({ ...requirementOf(need), task })),
        ],
        people: people.map((person) => ({ id: person, share: 0.5 })),
      },
    ];
  });
}
