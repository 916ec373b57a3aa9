/** Answers of many people in columns: people one after the other, each one's answers in order. */
export interface AnswerLog {
  readonly people: number;
  /** people + 1 entries: the answers of person p are firstOf[p] … firstOf[p + 1] - 1. */
  readonly firstOf: Int32Array;
  /** Index into questionSkills. */
  readonly question: Int32Array;
  /** In [0,1]. */
  readonly score: Float64Array;
  /** Days since some fixed moment; NaN where no time is known. */
  readonly day: Float64Array;
  /** Number of the sitting within the person, from 0; all 0 where neither session nor time separates them. */
  readonly sitting: Int32Array;
  /** 1 for the person's first answer to that question, and so on. */
  readonly attempt: Int32Array;
  /** The person's answer to the same question before this one; -1 where there is none. */
  readonly previous: Int32Array;
  /** How many answers to the same question the person gave before this one. */
  readonly earlierAnswers: Int32Array;
  /** The sum of their scores. */
  readonly earlierRight: Float64Array;
  /** Distinct skills of each question, indexes below `skills`. */
  readonly questionSkills: readonly Int32Array[];
  readonly skills: number;
  /** What a doubt in each question adds to the variance of its difficulty, squared logits; absent where none is doubted. */
  readonly questionDoubt?: Float64Array;
}

/** One answer to be added to a log. */
export interface LoggedAnswer {
  readonly person: string;
  readonly question: string;
  /** Ids of skills, in any order; one named twice counts once. */
  readonly skills: readonly string[];
  /** In [0,1]. */
  readonly score: number;
  /** Days since some fixed moment, the same for all answers. */
  readonly day?: number | undefined;
  /** What the source calls the sitting. */
  readonly session?: string | undefined;
  /** Whole, from 1; counted where left out. */
  readonly attempt?: number | undefined;
}

/**
 * Indexes of questions and skills. Logs built with the same ones mean the same question by the same index; what a later
 * log adds comes after everything that the earlier ones knew.
 */
export class AnswerIndexes {
  private readonly bySkill = new Map<string, number>();
  private readonly byQuestion = new Map<string, number>();
  /** Id of each question; two questions share an id where a log lists it with different skills. */
  readonly questionIds: string[] = [];
  readonly questionSkills: Int32Array[] = [];

  get skills(): number {
    return this.bySkill.size;
  }

  /** The index of a question: identified by its id and its skills together. */
  questionOf(id: string, skills: readonly string[]): number {
    const distinct = Int32Array.from(new Set(skills.map((skill) => this.indexOfSkill(skill)))).sort();
    const key = `${distinct.join(',')} ${id}`;
    const known = this.byQuestion.get(key);
    if (known !== undefined) return known;
    this.byQuestion.set(key, this.questionIds.length);
    this.questionSkills.push(distinct);
    return this.questionIds.push(id) - 1;
  }

  private indexOfSkill(id: string): number {
    const index = this.bySkill.get(id) ?? this.bySkill.size;
    this.bySkill.set(id, index);
    return index;
  }
}

/** Days without an answer after which another sitting has begun: eight hours, a night's rest. */
export const sittingGapDays = 8 / 24;

/** A log, and where in it each answer stands. */
export interface BuiltLog {
  readonly log: AnswerLog;
  /** The index in the log of the answer that was added first, second, … */
  readonly place: Int32Array;
  /** Ids of people by their index. */
  readonly personIds: readonly string[];
}

const none = -1;

/** Builds a log from answers: those of one person in their order, people in any. */
export class AnswerLogBuilder {
  private readonly byPerson = new Map<string, number>();
  private readonly bySession = new Map<string, number>();
  private size = 0;
  private person = new Int32Array(1_024);
  private question = new Int32Array(1_024);
  private session = new Int32Array(1_024);
  private attempt = new Int32Array(1_024);
  private score = new Float64Array(1_024);
  private day = new Float64Array(1_024);

  /** `gapDays`: of answers without a session, how far apart two of one sitting are at most. */
  constructor(
    private readonly indexes = new AnswerIndexes(),
    private readonly gapDays = sittingGapDays,
  ) {}

  add({ person, question, skills, score, day, session, attempt }: LoggedAnswer): void {
    if (this.size === this.person.length) this.grow();
    const at = this.size++;
    this.person[at] = indexIn(this.byPerson, person);
    this.question[at] = this.indexes.questionOf(question, skills);
    this.session[at] = session === undefined ? none : indexIn(this.bySession, session);
    this.attempt[at] = attempt ?? none;
    this.score[at] = score;
    this.day[at] = day ?? NaN;
  }

  /** The log of everything added so far. */
  build(): BuiltLog {
    const people = this.byPerson.size;
    const firstOf = new Int32Array(people + 1);
    for (let i = 0; i < this.size; i++) {
      const next = (this.person[i] ?? 0) + 1;
      firstOf[next] = (firstOf[next] ?? 0) + 1;
    }
    for (let p = 0; p < people; p++) firstOf[p + 1] = (firstOf[p + 1] ?? 0) + (firstOf[p] ?? 0);
    const free = firstOf.slice(0, people);
    const place = new Int32Array(this.size);
    for (let i = 0; i < this.size; i++) {
      const person = this.person[i] ?? 0;
      const at = free[person] ?? 0;
      place[i] = at;
      free[person] = at + 1;
    }
    const log: AnswerLog = {
      people,
      firstOf,
      question: placed(this.question, place, new Int32Array(this.size)),
      score: placed(this.score, place, new Float64Array(this.size)),
      day: placed(this.day, place, new Float64Array(this.size)),
      sitting: placed(this.session, place, new Int32Array(this.size)),
      attempt: placed(this.attempt, place, new Int32Array(this.size)),
      previous: new Int32Array(this.size).fill(none),
      earlierAnswers: new Int32Array(this.size),
      earlierRight: new Float64Array(this.size),
      questionSkills: this.indexes.questionSkills.slice(),
      skills: this.indexes.skills,
    };
    numberSittings(log, this.gapDays);
    countAttempts(log);
    return { log, place, personIds: [...this.byPerson.keys()] };
  }

  private grow(): void {
    this.person = doubled(this.person, new Int32Array(2 * this.size));
    this.question = doubled(this.question, new Int32Array(2 * this.size));
    this.session = doubled(this.session, new Int32Array(2 * this.size));
    this.attempt = doubled(this.attempt, new Int32Array(2 * this.size));
    this.score = doubled(this.score, new Float64Array(2 * this.size));
    this.day = doubled(this.day, new Float64Array(2 * this.size));
  }
}

function indexIn(indexes: Map<string, number>, id: string): number {
  const known = indexes.get(id);
  if (known !== undefined) return known;
  indexes.set(id, indexes.size);
  return indexes.size - 1;
}

type Column = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function doubled<Kind extends Column>(column: Kind, larger: Kind): Kind {
  larger.set(column);
  return larger;
}

function placed<Kind extends Column>(column: Kind, place: Int32Array, target: Kind): Kind {
  for (let i = 0; i < place.length; i++) target[place[i] ?? 0] = column[i] ?? 0;
  return target;
}

/** Replaces sessions by sitting numbers: another session or, where none is given, a long gap begins a sitting. */
function numberSittings({ people, firstOf, day, sitting }: AnswerLog, gapDays: number): void {
  for (let p = 0; p < people; p++) {
    let number = 0;
    let before = none;
    let lastDay = NaN;
    const first = firstOf[p] ?? 0;
    const end = firstOf[p + 1] ?? 0;
    for (let i = first; i < end; i++) {
      const session = sitting[i] ?? none;
      const at = day[i] ?? NaN;
      const begins = session !== none && before !== none ? session !== before : at - lastDay > gapDays;
      if (i > first && begins) number++;
      sitting[i] = number;
      if (session !== none) before = session;
      if (!Number.isNaN(at)) lastDay = at;
    }
  }
}

/** Finds each person's earlier answers to the same question, and counts attempts where they were not given. */
function countAttempts(log: AnswerLog): void {
  const { people, firstOf, question, score, attempt, previous, earlierAnswers, earlierRight } = log;
  const latest = new Int32Array(log.questionSkills.length).fill(none);
  for (let p = 0; p < people; p++) {
    const first = firstOf[p] ?? 0;
    const end = firstOf[p + 1] ?? 0;
    for (let i = first; i < end; i++) {
      const asked = question[i] ?? 0;
      const before = latest[asked] ?? none;
      latest[asked] = i;
      if (before >= first) {
        previous[i] = before;
        earlierAnswers[i] = (earlierAnswers[before] ?? 0) + 1;
        earlierRight[i] = (earlierRight[before] ?? 0) + (score[before] ?? 0);
      }
      if (attempt[i] === none) attempt[i] = (earlierAnswers[i] ?? 0) + 1;
    }
  }
}
