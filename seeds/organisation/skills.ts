import { probability } from '../course/catalogue';
import { skillsOfFamily, type Family, type SkillSeed } from '../dataset';

/** Invented, beside the skills of the real course. */
export const otherFamilies: readonly Family[] = [
  {
    id: 'data-analysis',
    name: 'data analysis',
    skills: [
      { id: 'sql', name: 'SQL queries' },
      { id: 'charts', name: 'data visualisation' },
      { id: 'experiments', name: 'design of experiments' },
    ],
  },
  {
    id: 'software-engineering',
    name: 'software engineering',
    skills: [
      { id: 'typescript', name: 'TypeScript' },
      { id: 'testing', name: 'automated testing' },
      { id: 'review', name: 'code review' },
    ],
  },
  {
    id: 'reliability-and-security',
    name: 'reliability and security',
    skills: [
      { id: 'incidents', name: 'incident response' },
      { id: 'threats', name: 'threat modelling' },
    ],
  },
  {
    id: 'communication',
    name: 'communication',
    skills: [
      { id: 'feedback', name: 'giving feedback' },
      { id: 'facilitation', name: 'facilitation' },
      { id: 'writing', name: 'technical writing' },
    ],
  },
];

export const skills: readonly SkillSeed[] = [probability, ...otherFamilies].flatMap(skillsOfFamily);
