import { SeedError, type Client } from './client';
import { mixedRecord, type Dataset } from './dataset';
import { simulateAnswers } from './organisation/answers';
import { simulatePeople } from './organisation/people';
import { simulateProjects } from './organisation/projects';
import { checkQuestions, courseQuestions } from './organisation/questions';
import { skills } from './organisation/skills';
import { Random } from './random';
import type { Seeded } from './seeded';
import { upload, type Progress } from './upload';

/** The simulated organisation: the same on every run, to the last answer. */
export function simulateOrganisation(): Dataset {
  const random = new Random(2026);
  const { people, teamSeeds } = simulatePeople(random);
  return {
    source: 'demo',
    skills,
    questions: [...courseQuestions, ...checkQuestions],
    people: people.map(({ id, name }) => ({ id, name })),
    teams: teamSeeds,
    projects: simulateProjects(random, teamSeeds),
    answers: simulateAnswers(random, people),
  };
}

/** Loads the simulated organisation; run again, it finds its data and adds nothing twice. */
export async function load(client: Client, progress: Progress): Promise<Seeded> {
  const dataset = simulateOrganisation();
  const uploaded = await upload(client, dataset, progress);
  const person = uploaded.people.get(mixedRecord(dataset) ?? '');
  const project = uploaded.projects.get('late-deliveries');
  const team = uploaded.teams.get('insights');
  if (person === undefined || project === undefined || team === undefined) {
    throw new SeedError(`The demo was not taken whole: ${uploaded.failures[0] ?? 'nobody came back'}`);
  }
  return {
    ...uploaded,
    shown: { person, project, team },
    said: [
      'A simulated organisation: its people, teams, projects and answers are made up.',
      'How often questions are answered right follows the figures of a real course on probability',
      '(504 people; R package pks, Anselmi and Wickelmaier). Nobody here is a real person.',
    ],
  };
}
