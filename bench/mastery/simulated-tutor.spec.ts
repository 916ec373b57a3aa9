import { simulatedTutor } from './simulated-tutor';

it('has 50 people who answer 300 questions each on up to 30 skills, alike each time, and get better', () => {
  const answers = simulatedTutor();
  expect(answers).toHaveLength(15_000);
  expect(new Set(answers.map(({ person }) => person)).size).toBe(50);
  expect(new Set(answers.flatMap(({ skills }) => skills)).size).toBe(30);
  expect(answers.every(({ day, session }) => day === undefined && session === undefined)).toBe(true);
  expect(simulatedTutor()).toEqual(answers);
  const seen = new Map<string, number>();
  const [first, later] = [
    { right: 0, all: 0 },
    { right: 0, all: 0 },
  ];
  for (const { person, skills, score } of answers) {
    const key = `${person} ${skills[0]!}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const sum = before < 3 ? first : later;
    sum.right += score;
    sum.all++;
  }
  expect(later.right / later.all).toBeGreaterThan(first.right / first.all + 0.05);
});
