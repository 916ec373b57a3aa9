import { skillsOfFamily, type Family, type ModuleSeed, type QuestionSeed, type SkillSeed } from '../dataset';

/** Invented, as everything here: a module with what goes wrong in modules, so that figures on content have something to show. */
const prices: Family = {
  id: 'prices',
  name: 'prices',
  skills: [
    { id: 'discounts', name: 'discounts' },
    { id: 'rebates', name: 'rebates' },
    { id: 'margins', name: 'margins' },
  ],
};

export const rebateSkills: readonly SkillSeed[] = skillsOfFamily(prices);

/** Skill, prompt and what is right: of A to D, in the catalogue as its key. */
const asked: readonly (readonly [id: string, skill: string, prompt: string, right: string])[] = [
  ['before-1', 'discounts', 'A price of 80 falls by a quarter. What is paid? A 20, B 60, C 55, D 64', 'B'],
  ['before-2', 'discounts', 'Ten percent off, then ten more. How much in all? A 20, B 10, C 19, D 21 %', 'C'],
  ['before-3', 'rebates', 'A rebate is granted… A at once, B on delivery, C in advance, D afterwards', 'D'],
  ['before-4', 'rebates', '2 % of all above 1,000. Bought: 1,500. A 10, B 30, C 20, D 15', 'A'],
  ['before-5', 'margins', 'Bought at 60, sold at 80. The margin? A 20 %, B 25 %, C 33 %, D 75 %', 'B'],
  ['after-1', 'discounts', 'A price of 120 falls by a third. What is paid? A 40, B 90, C 80, D 84', 'C'],
  ['after-2', 'discounts', 'Twenty percent off, then ten. How much in all? A 30, B 28, C 32, D 22 %', 'B'],
  ['after-3', 'rebates', '3 % of all above 2,000. Bought: 5,000. A 150, B 60, C 90, D 210', 'C'],
  [
    'after-4',
    'rebates',
    'A step was missed by one piece. The rebate is… A nil, B of the step before, C full, D half',
    'B',
  ],
  [
    'after-5',
    'rebates',
    'Two rebates on one order are computed… A on each other, B twice, C apart, D never',
    'A',
  ],
  ['after-6', 'margins', 'Bought at 45, sold at 60. The margin? A 25 %, B 33 %, C 15 %, D 75 %', 'A'],
  ['after-7', 'margins', 'A margin of 20 % on a price of 50. The cost? A 42, B 10, C 40, D 60', 'C'],
  ['after-8', 'margins', 'Cost 30, margin wanted 40 %. The price? A 42, B 50, C 70, D 75', 'B'],
];

/** Its key is not what is right: a slip of the pen, for the diagnosis to find. */
export const wronglyKeyed = { question: 'after-7', key: 'A' } as const;

/** Tasks before the lesson that come with other numbers after it. */
const sameTask: Readonly<Record<string, string>> = {
  'before-1': 'after-1',
  'before-2': 'after-2',
  'before-4': 'after-3',
  'before-5': 'after-6',
};

export interface RebateQuestion extends QuestionSeed {
  readonly right: string;
  readonly answerKey: string;
}

export const rebateQuestions: readonly RebateQuestion[] = asked.map(([id, skill, prompt, right]) => ({
  id: `prices-${id}`,
  prompt,
  right,
  answerKey: id === wronglyKeyed.question ? wronglyKeyed.key : right,
  skills: [skill],
  problem: `prices-${sameTask[id] ?? id}`,
}));

const askedIn = (part: string) =>
  prices.skills.map(({ id: skill, name }) => ({
    title: name,
    asks: rebateQuestions
      .filter(({ id, skills }) => id.includes(part) && skills.includes(skill))
      .map(({ id }) => id),
  }));

/** The page that takes three times what its authors expect, and that many leave. */
export const longPage = 4;

const revision = (number: number, note: string, examples: string): ModuleSeed => ({
  id: 'prices-and-rebates',
  name: 'Prices and rebates',
  description: 'What customers pay, and what is left of it.',
  revision: number,
  note,
  assignedAtRandom: number > 1,
  expectedMinutes: 30,
  teaches: [
    { skill: 'discounts', from: null, to: 0.8 },
    { skill: 'rebates', from: null, to: 0.8 },
    { skill: 'margins', from: null, to: 0.8 },
  ],
  prerequisites: [],
  authors: ['person-076'],
  pages: [
    { title: 'What do you know already?', kind: 'QUIZ', expectedSeconds: 180, sections: askedIn('before') },
    { title: `Discounts${examples}`, kind: 'TEXT', expectedSeconds: 240 },
    { title: `When a rebate is due${examples}`, kind: 'TEXT', expectedSeconds: 240 },
    { title: `Rebates in steps${examples}`, kind: 'TEXT', expectedSeconds: 240 },
    { title: `Rebates on rebates${examples}`, kind: 'TEXT', expectedSeconds: 180 },
    { title: `Margins${examples}`, kind: 'TEXT', expectedSeconds: 240 },
    { title: 'What is left to learn?', kind: 'QUIZ', expectedSeconds: 300, sections: askedIn('after') },
  ],
});

/** Its two revisions, side by side: chance decides who takes which. */
export const plainRevision = revision(1, 'The rules alone.', '');
export const revisionWithExamples = revision(2, 'The rules with worked examples.', ', with examples');
