/** An answer as a diagnosis takes it. */
export interface DiagnosedAnswer {
  readonly person: string;
  readonly question: string;
  readonly skills: readonly string[];
  /** In [0,1]. */
  readonly score: number;
  /** The option that was chosen; empty where the question was left out. */
  readonly response?: string | undefined;
  /** The option that counts as right. */
  readonly key?: string | undefined;
  readonly attempt?: number | undefined;
  /** Days since 1970. */
  readonly day?: number | undefined;
  readonly team?: string | undefined;
}

/** First answers to one question, by person in the order of their ids. Options: 0 the key, then as often as chosen. */
export interface AskedQuestion {
  readonly id: string;
  readonly skills: readonly number[];
  readonly person: Int32Array;
  readonly score: Float64Array;
  /** NaN where unknown. */
  readonly day: Float64Array;
  /** What was chosen; undefined where only scores are known: 0 is right then, and 1 wrong. */
  readonly option: Int32Array | undefined;
  /** Names of the options; what is past them is all the rare ones taken together. */
  readonly labels: readonly string[];
  readonly options: number;
}

export interface AnsweredTest {
  readonly people: number;
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  /** Of each person; -1 where unknown. */
  readonly team: Int32Array;
  readonly questions: readonly AskedQuestion[];
}

/** So many options besides the key are told apart: of rarer ones too few answers say anything. */
const optionsApart = 4;

/** So many answers are arranged in one step. */
const answersAtOnce = 5_000;

/**
 * Arranges answers by question. Of several by one person to one question the first attempt counts, then the earliest; the
 * order in which they are given changes nothing.
 */
export function* answeredTestSteps(answers: readonly DiagnosedAnswer[]): Generator<void, AnsweredTest> {
  const first = new Map<string, Map<string, DiagnosedAnswer>>();
  const people = new Set<string>();
  const skills = new Set<string>();
  const firstWithTeam = new Map<string, DiagnosedAnswer>();
  for (const [index, answer] of answers.entries()) {
    if (index % answersAtOnce === 0) yield;
    const ofQuestion = first.get(answer.question) ?? new Map<string, DiagnosedAnswer>();
    first.set(answer.question, ofQuestion);
    keepFirst(ofQuestion, answer);
    people.add(answer.person);
    for (const skill of answer.skills) skills.add(skill);
    if (answer.team !== undefined) keepFirst(firstWithTeam, answer);
  }
  const places = { people: indexed(people), skills: indexed(skills) };
  const teams = indexed([...firstWithTeam.values()].flatMap(({ team }) => team ?? []));
  const team = new Int32Array(people.size).fill(-1);
  for (const [person, answer] of firstWithTeam)
    team[places.people.get(person) ?? 0] = teams.get(answer.team ?? '') ?? -1;
  const questions: AskedQuestion[] = [];
  for (const [id, ofQuestion] of [...first].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const given = [...ofQuestion.values()].sort((left, right) => (left.person < right.person ? -1 : 1));
    questions.push(askedQuestion(id, given, places.people, places.skills));
    yield;
  }
  return {
    people: people.size,
    skills: [...places.skills.keys()],
    teams: [...teams.keys()],
    team,
    questions,
  };
}

function keepFirst(byPerson: Map<string, DiagnosedAnswer>, answer: DiagnosedAnswer): void {
  const before = byPerson.get(answer.person);
  if (!before || compared(answer, before) < 0) byPerson.set(answer.person, answer);
}

function askedQuestion(
  id: string,
  given: readonly DiagnosedAnswer[],
  people: ReadonlyMap<string, number>,
  skills: ReadonlyMap<string, number>,
): AskedQuestion {
  const responses = given.filter(({ response }) => response !== undefined && response !== '');
  const withOptions = 2 * responses.length > given.length;
  const counted = withOptions ? responses : given;
  const common = {
    id,
    skills: [
      ...new Set(given.flatMap((answer) => answer.skills.map((skill) => skills.get(skill) ?? 0))),
    ].sort((left, right) => left - right),
    person: Int32Array.from(counted, ({ person }) => people.get(person) ?? 0),
    score: Float64Array.from(counted, ({ score }) => score),
    day: Float64Array.from(counted, ({ day }) => day ?? NaN),
  };
  if (!withOptions) return { ...common, option: undefined, labels: [], options: 2 };
  const keys = statedKeys(counted);
  const count = new Map<string, number>();
  for (const { response = '' } of counted)
    if (!keys.has(response)) count.set(response, (count.get(response) ?? 0) + 1);
  // Sorting is stable: of equally frequent ones the one that comes up first, whatever they are called.
  const others = [...count].sort(([, left], [, right]) => right - left).map(([label]) => label);
  const apart = others.slice(0, optionsApart);
  const place = new Map(apart.map((label, index) => [label, index + 1]));
  const rare = apart.length + 1;
  return {
    ...common,
    option: Int32Array.from(counted, ({ response = '' }) =>
      keys.has(response) ? 0 : (place.get(response) ?? rare),
    ),
    labels: [[...keys][0] ?? '', ...apart],
    // Where nobody chose another option there is one all the same: that all chose the key says how easy it is.
    options: rare + (others.length > apart.length || others.length === 0 ? 1 : 0),
  };
}

/**
 * What counts as right: the key that most answers name, else whatever was scored as right; the latter too where nobody chose the
 * key that is named and some are right all the same, as where it is written otherwise than the responses are.
 */
function statedKeys(answers: readonly DiagnosedAnswer[]): Set<string> {
  const named = new Map<string, number>();
  for (const { key } of answers)
    if (key !== undefined && key !== '') named.set(key, (named.get(key) ?? 0) + 1);
  const [best] = [...named].sort(([left, more], [right, less]) => less - more || (left < right ? -1 : 1));
  const isRight = (score: number): boolean => 2 * score > 1;
  const isWritten = (key: string): boolean =>
    answers.some(({ response }) => response === key) || !answers.some(({ score }) => isRight(score));
  if (best && isWritten(best[0])) return new Set([best[0]]);
  const scores = new Map<string, { total: number; answers: number }>();
  for (const { response = '', score } of answers) {
    const { total, answers: before } = scores.get(response) ?? { total: 0, answers: 0 };
    scores.set(response, { total: total + score, answers: before + 1 });
  }
  return new Set(
    [...scores].filter(([, { total, answers: n }]) => isRight(total / n)).map(([response]) => response),
  );
}

function compared(left: DiagnosedAnswer, right: DiagnosedAnswer): number {
  return (
    (left.attempt ?? 1) - (right.attempt ?? 1) ||
    (left.day ?? 0) - (right.day ?? 0) ||
    left.score - right.score ||
    (left.response ?? '').localeCompare(right.response ?? '', 'en') ||
    (left.team ?? '').localeCompare(right.team ?? '', 'en')
  );
}

/** Places of names in their order. */
function indexed(names: Iterable<string>): Map<string, number> {
  return new Map([...new Set(names)].sort().map((name, index) => [name, index]));
}
