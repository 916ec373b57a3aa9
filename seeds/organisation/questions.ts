import { skillsOfProblem } from '../course/catalogue';
import type { QuestionSeed } from '../dataset';
import { prompts } from './prompts';

/** Prompt and answer of each problem before the lesson, then after it: the same task with other numbers. */
const problems: readonly (readonly [before: readonly [string, string], after: readonly [string, string]])[] =
  [
    [
      ['A raffle has 40 tickets and 6 of them win. How likely is one ticket to win?', '0.15'],
      ['A raffle has 50 tickets and 7 of them win. How likely is one ticket to win?', '0.14'],
    ],
    [
      ['A bus is late with probability 0.3. How likely is it to be on time?', '0.7'],
      ['A train is late with probability 0.12. How likely is it to be on time?', '0.88'],
    ],
    [
      ['A caller wants sales (0.25), support (0.55) or else. How likely is it sales or support?', '0.8'],
      ['A parcel goes by bike (0.15), van (0.6) or else. How likely is it bike or van?', '0.75'],
    ],
    [
      ['Two sensors fail independently, with probability 0.2 and 0.1. How likely do both fail?', '0.02'],
      ['Two pumps fail independently, with probability 0.3 and 0.2. How likely do both fail?', '0.06'],
    ],
    [
      ['Of 24 mugs, a quarter are chipped. How likely is a mug picked blindly not chipped?', '0.75'],
      ['Of 30 chairs, a fifth wobble. How likely is a chair picked blindly not to wobble?', '0.8'],
    ],
    [
      ['A shelf holds 5 red, 11 grey and 4 blue folders. How likely is a random one not red?', '0.75'],
      ['A shelf holds 8 red, 9 grey and 3 blue folders. How likely is a random one not red?', '0.6'],
    ],
    [
      ['A drawer holds 3 pens, 4 pencils, 3 brushes. How likely is a random one pen or pencil?', '0.7'],
      ['A drawer holds 2 pens, 3 pencils, 5 brushes. How likely is a random one pen or pencil?', '0.5'],
    ],
    [
      ['A spinner shows 1 to 8 equally often. How likely is a 1 or an 8?', '0.25'],
      ['A spinner shows 1 to 10 equally often. How likely is a 3 or a 7?', '0.2'],
    ],
    [
      ['A coin is tossed and a fair die thrown. How likely are heads and a six?', '1/12'],
      ['A coin is tossed and a card drawn from 4 suits. How likely are tails and clubs?', '1/8'],
    ],
    [
      [
        'Independently, it rains with 0.4 and the lift works with 0.9. How likely is it dry and it works?',
        '0.54',
      ],
      [
        'Independently, a desk is free with 0.5 and a room is taken with 0.3. How likely are both free?',
        '0.35',
      ],
    ],
    [
      ['Of 20 bikes 5 are electric; independently 8 of 20 have a basket. Electric without a basket?', '0.15'],
      ['Of 40 bikes 10 are electric; independently 16 of 40 have a basket. Basket, not electric?', '0.3'],
    ],
    [
      ['Of 10 boxes 3 are red, 4 blue; independently 2 of 10 are heavy. Heavy, and red or blue?', '0.14'],
      ['Of 20 boxes 4 are red, 8 blue; independently 5 of 20 are heavy. Heavy, and red or blue?', '0.15'],
    ],
  ];

/** The course's questions: p101 to p112 before the lesson, p201 to p212 after it. */
export const courseQuestions: readonly QuestionSeed[] = ['p1', 'p2'].flatMap((test, phase) =>
  problems.map((pair, index) => {
    const [prompt, answerKey] = pair[phase === 0 ? 0 : 1];
    const number = String(index + 1).padStart(2, '0');
    return {
      id: test + number,
      prompt,
      answerKey,
      skills: skillsOfProblem[number] ?? [],
      problem: `course ${number}`,
    };
  }),
);

/** Questions of the other families, five a skill, some of which take another skill of the family too. */
export const checkQuestions: readonly QuestionSeed[] = Object.entries(prompts).flatMap(([skill, asked]) =>
  asked.map(([prompt, answerKey, also], index) => {
    const id = `${skill}-${String(index + 1)}`;
    return { id, prompt, answerKey, skills: also === undefined ? [skill] : [skill, also], problem: id };
  }),
);
