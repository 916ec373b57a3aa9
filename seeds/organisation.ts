import type { Client } from './client';
import type { Dataset } from './dataset';
import { simulateAnswers } from './organisation/answers';
import {
  modules,
  roles,
  simulateAvailability,
  simulateEnrolments,
  simulateVisits,
} from './organisation/learning';
import { simulatePeople } from './organisation/people';
import { simulateProjects } from './organisation/projects';
import { checkQuestions, courseQuestions } from './organisation/questions';
import { simulateRebates } from './organisation/rebates';
import {
  plainRevision,
  rebateQuestions,
  rebateSkills,
  revisionWithExamples,
} from './organisation/rebates-catalogue';
import { skills } from './organisation/skills';
import { Random } from './random';
import { shownOf, type Seeded } from './seeded';
import { upload, type Progress } from './upload';

/** The simulated organisation: the same on every run, to the last answer. */
export function simulateOrganisation(): Dataset {
  const random = new Random(2026);
  const { people, teamSeeds } = simulatePeople(random);
  const [first, rebates] = [simulateVisits(teamSeeds), simulateRebates(teamSeeds)];
  return {
    source: 'demo',
    skills: [...skills, ...rebateSkills],
    questions: [...courseQuestions, ...checkQuestions, ...rebateQuestions],
    people: people.map(({ id, name }) => ({ id, name })),
    teams: teamSeeds,
    projects: simulateProjects(random, teamSeeds),
    modules: [...modules, plainRevision, revisionWithExamples],
    enrolments: [...simulateEnrolments(teamSeeds), ...rebates.enrolments],
    visits: [...first.visits, ...rebates.visits],
    pageViews: [...first.pageViews, ...rebates.pageViews],
    availability: simulateAvailability(teamSeeds),
    roles,
    answers: [...simulateAnswers(random, people), ...rebates.answers],
  };
}

/** Loads the simulated organisation; run again, it finds its data and adds nothing twice. */
export async function load(client: Client, progress: Progress): Promise<Seeded> {
  const dataset = simulateOrganisation();
  const uploaded = await upload(client, dataset, progress);
  return {
    ...uploaded,
    shown: shownOf('The demo', dataset, uploaded, { project: 'late-deliveries', team: 'insights' }),
    said: [
      'A simulated organisation: its people, teams, projects and answers are made up.',
      'How often questions are answered right follows the figures of a real course on probability',
      '(504 people; R package pks, Anselmi and Wickelmaier). Nobody here is a real person.',
    ],
  };
}
