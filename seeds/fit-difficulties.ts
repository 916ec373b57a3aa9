/**
 * A Rasch model fitted to answers: P(right) = logistic(ability - difficulty) (Rasch 1960), by marginal maximum
 * likelihood with the EM algorithm (Bock & Aitkin 1981): abilities are normal with mean 0 and a variance that is
 * estimated too, integrated over a fixed grid. Difficulties come in logits, rounded to 4 decimals so that no last bit
 * of another machine makes a different figure.
 */
export interface Scored {
  /** Whose ability: one person at one time, say. */
  readonly person: string;
  readonly question: string;
  readonly score: 0 | 1;
}

const grid = Array.from({ length: 49 }, (_, node) => (node - 24) / 4);
/** A light normal prior on difficulties: a question that everybody answers right is easy, not infinitely so. */
const priorVariance = 9;
const mostRounds = 500;
const settled = 1e-6;

interface Tally {
  difficulty: number;
  /** Expected answers, and right ones among them, at each ability of the grid. */
  readonly asked: Float64Array;
  readonly right: Float64Array;
}

export function fitDifficulties(answers: readonly Scored[]): Map<string, number> {
  const tallies = new Map<string, Tally>();
  const people = new Map<string, { tally: Tally; score: 0 | 1 }[]>();
  for (const { person, question, score } of answers) {
    let tally = tallies.get(question);
    if (!tally) tallies.set(question, (tally = { difficulty: 0, asked: zeros(), right: zeros() }));
    const given = people.get(person) ?? [];
    given.push({ tally, score });
    people.set(person, given);
  }
  let variance = 1;
  for (let round = 0; round < mostRounds; round++) {
    for (const tally of tallies.values()) {
      tally.asked.fill(0);
      tally.right.fill(0);
    }
    const expected = expectation([...people.values()], variance);
    let moved = Math.abs(expected - variance);
    variance = expected;
    for (const tally of tallies.values()) moved = Math.max(moved, maximise(tally));
    if (moved < settled) break;
  }
  return new Map([...tallies].map(([question, { difficulty }]) => [question, rounded(difficulty)]));
}

/** Spreads everybody over the grid by their answers, into the tallies; gives the variance of abilities. */
function expectation(
  people: readonly (readonly { tally: Tally; score: 0 | 1 }[])[],
  variance: number,
): number {
  let squares = 0;
  const weights = zeros();
  for (const given of people) {
    let total = 0;
    grid.forEach((ability, node) => {
      let weight = Math.exp((-ability * ability) / (2 * variance));
      for (const { tally, score } of given) {
        const right = logistic(ability - tally.difficulty);
        weight *= score === 1 ? right : 1 - right;
      }
      weights[node] = weight;
      total += weight;
    });
    grid.forEach((ability, node) => {
      const weight = (weights[node] ?? 0) / total;
      squares += weight * ability * ability;
      for (const { tally, score } of given) {
        tally.asked[node] = (tally.asked[node] ?? 0) + weight;
        if (score === 1) tally.right[node] = (tally.right[node] ?? 0) + weight;
      }
    });
  }
  return people.length > 0 ? squares / people.length : variance;
}

/** One Newton step for a question's difficulty; gives how far it went. */
function maximise(tally: Tally): number {
  let slope = -tally.difficulty / priorVariance;
  let curvature = 1 / priorVariance;
  grid.forEach((ability, node) => {
    const right = logistic(ability - tally.difficulty);
    const asked = tally.asked[node] ?? 0;
    slope += asked * right - (tally.right[node] ?? 0);
    curvature += asked * right * (1 - right);
  });
  const step = Math.max(-1, Math.min(1, slope / curvature));
  tally.difficulty += step;
  return Math.abs(step);
}

function zeros(): Float64Array {
  return new Float64Array(grid.length);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function rounded(x: number): number {
  return Math.round(x * 10_000) / 10_000;
}
