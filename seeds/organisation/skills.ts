import type { SkillSeed } from '../dataset';

/** Skill families: the broader skill, and the skills below it. All but the first are made up. */
export interface Family {
  readonly id: string;
  readonly name: string;
  readonly skills: readonly { readonly id: string; readonly name: string }[];
}

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

export const skills: readonly SkillSeed[] = [probability, ...otherFamilies].flatMap((family) => [
  { id: family.id, name: family.name, broader: [] },
  ...family.skills.map((skill) => ({ ...skill, broader: [family.id] })),
]);
