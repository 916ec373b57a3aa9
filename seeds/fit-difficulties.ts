/**
 * A Rasch model fitted to answers: P(right) = logistic(ability - difficulty) (Rasch 1960), by marginal maximum
 * likelihood with the EM algorithm (Bock & Aitkin 1981): abilities are normal with mean 0 and a variance that is
 * estimated too, integrated over a fixed grid. Difficulties come in logits, rounded to 4 decimals so that
 * rounding on another machine does not change a figure.
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
const settled = 1e-5;

/** Everybody alike would leave no spread to integrate over. */
const smallestVariance = 0.05;

interface Tally {
  difficulty: number;
  /** Probability of a right answer, at each ability of the grid. */
  readonly right: Float64Array;
  /** Expected answers, and right answers among them, at each ability. */
  readonly asked: Float64Array;
  readonly succeeded: Float64Array;
}

interface Given {
  readonly tally: Tally;
  readonly score: 0 | 1;
}

export function fitDifficulties(answers: readonly Scored[]): Map<string, number> {
  const tallies = new Map<string, Tally>();
  const people = new Map<string, Given[]>();
  for (const { person, question, score } of answers) {
    let tally = tallies.get(question);
    if (!tally) {
      tally = { difficulty: 0, right: zeros(), asked: zeros(), succeeded: zeros() };
      tallies.set(question, tally);
    }
    const given = people.get(person);
    if (given) given.push({ tally, score });
    else people.set(person, [{ tally, score }]);
  }
  let variance = 1;
  for (let round = 0; round < mostRounds; round++) {
    for (const { difficulty, right, asked, succeeded } of tallies.values()) {
      grid.forEach((ability, node) => (right[node] = 1 / (1 + Math.exp(difficulty - ability))));
      asked.fill(0);
      succeeded.fill(0);
    }
    const next = Math.max(smallestVariance, expectation([...people.values()], variance));
    let moved = Math.abs(next - variance);
    variance = next;
    for (const tally of tallies.values()) moved = Math.max(moved, maximise(tally));
    if (moved < settled) break;
  }
  return new Map([...tallies].map(([question, { difficulty }]) => [question, rounded(difficulty)]));
}

/** Spreads everybody over the grid by their answers, into the tallies; gives the variance of abilities. */
function expectation(people: readonly (readonly Given[])[], variance: number): number {
  const prior = grid.map((ability) => Math.exp((-ability * ability) / (2 * variance)));
  const weights = zeros();
  let squares = 0;
  for (const answers of people) {
    weights.set(prior);
    for (const { tally, score } of answers) {
      for (let node = 0; node < weights.length; node++) {
        const right = tally.right[node] ?? 0;
        weights[node] = (weights[node] ?? 0) * (score === 1 ? right : 1 - right);
      }
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    grid.forEach((ability, node) => (squares += ((weights[node] ?? 0) / total) * ability * ability));
    for (const { tally, score } of answers) {
      for (let node = 0; node < weights.length; node++) {
        const weight = (weights[node] ?? 0) / total;
        tally.asked[node] = (tally.asked[node] ?? 0) + weight;
        if (score === 1) tally.succeeded[node] = (tally.succeeded[node] ?? 0) + weight;
      }
    }
  }
  return people.length > 0 ? squares / people.length : variance;
}

/** One Newton step for a question's difficulty; gives how far it went. */
function maximise(tally: Tally): number {
  let slope = -tally.difficulty / priorVariance;
  let curvature = 1 / priorVariance;
  tally.right.forEach((right, node) => {
    const asked = tally.asked[node] ?? 0;
    slope += asked * right - (tally.succeeded[node] ?? 0);
    curvature += asked * right * (1 - right);
  });
  const step = Math.max(-1, Math.min(1, slope / curvature));
  tally.difficulty += step;
  return Math.abs(step);
}

function zeros(): Float64Array {
  return new Float64Array(grid.length);
}

function rounded(x: number): number {
  return Math.round(x * 10_000) / 10_000;
}
