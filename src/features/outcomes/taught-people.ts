import { abilityLikelihood, type ScoredAnswer } from '../../estimators/latent-regression';
import type { Taught } from '../../estimators/learning-gain';
import { grouped } from '../../shared/grouped';
import type { Calibration } from '../calibrations/calibration.store';
import type { Readings } from '../calibrations/readings';
import { released } from '../disclosure/released';
import type { AskedOnPage } from './asking.read';
import type { AnswerOfVersion } from './cells';
import { comesAfterTeaching, type TeachingPage } from './teaching-pages';

/** What was asked and answered in one revision. */
export interface AnsweredRevision {
  readonly answers: readonly AnswerOfVersion[];
  readonly asked: readonly AskedOnPage[];
  readonly pages: readonly TeachingPage[];
}

/** Whose answers are looked at, and which. */
export interface Looked {
  /** Whether everything is shown at once; else people are released by fives for this figure. */
  readonly exempt: boolean;
  /** Internal ids of teams; undefined for everybody. */
  readonly teams: ReadonlySet<string> | undefined;
  readonly now: number;
  /** Only questions on the skill with this internal id. */
  readonly skill?: string | undefined;
  /** Of what is asked after teaching only these versions. */
  readonly after?: ReadonlySet<string>;
  /** Only people who answered something before it, too. */
  readonly both: boolean;
}

export interface TaughtPeople {
  readonly people: readonly Taught[];
  readonly answersBefore: number;
  readonly answersAfter: number;
}

/** Internal ids of the versions that a revision asks after the better part of what it teaches. */
export function askedAfterTeaching({ asked, pages }: Omit<AnsweredRevision, 'answers'>): Set<string> {
  const isAfter = comesAfterTeaching(pages);
  const before = new Set(asked.filter(({ number }) => !isAfter(number)).map(({ version }) => version));
  // The first answer to what is asked before and after is one from before.
  return new Set(asked.map(({ version }) => version).filter((version) => !before.has(version)));
}

/** What people's answers before and after teaching say of them, in a step for each. */
export function* taughtPeople(
  revision: AnsweredRevision,
  looked: Looked,
  { versions }: Readings,
  calibration: Calibration,
): Generator<void, TaughtPeople> {
  const later = askedAfterTeaching(revision);
  const isLater = ({ version }: AnswerOfVersion): boolean => later.has(version);
  const isMeant = ({ version }: AnswerOfVersion): boolean => {
    const known = versions.get(version);
    if (!known || (looked.skill !== undefined && !known.skills.includes(looked.skill))) return false;
    return !later.has(version) || (looked.after?.has(version) ?? true);
  };
  const scored = ({ version, score }: AnswerOfVersion): ScoredAnswer[] => {
    const question = versions.get(version)?.questions.get(calibration.number);
    return question ? [{ score, ...question }] : [];
  };
  const meant = revision.answers.filter(isMeant);
  const people: Taught[] = [];
  let [answersBefore, answersAfter] = [0, 0];
  for (const given of answersShown(meant, isLater, looked)) {
    const before = given.filter((one) => !isLater(one)).flatMap(scored);
    const after = given.filter(isLater).flatMap(scored);
    answersBefore += before.length;
    answersAfter += after.length;
    people.push({
      before: abilityLikelihood(before, calibration.guessing),
      after: abilityLikelihood(after, calibration.guessing),
    });
    yield;
  }
  return { people, answersBefore, answersAfter };
}

/**
 * The answers of each person who counts. For who does not see everybody people are released for this very figure: somebody
 * counts from the moment on at which enough of them is known, and what is shown goes on when five people have something new.
 */
function answersShown(
  answers: readonly AnswerOfVersion[],
  isLater: (answer: AnswerOfVersion) => boolean,
  { exempt, teams, now, both }: Looked,
): AnswerOfVersion[][] {
  const isIn = (team: string | undefined): boolean => !teams || (team !== undefined && teams.has(team));
  const people = [...grouped(answers, ({ person }) => person)].flatMap(([person, given]) => {
    const ordered = given.toSorted((left, right) => left.recordedAt - right.recordedAt);
    const countsFrom = Math.max(
      ordered.find(isLater)?.recordedAt ?? Infinity,
      both ? (ordered.find((one) => !isLater(one))?.recordedAt ?? Infinity) : -Infinity,
    );
    return countsFrom === Infinity ? [] : [{ person, given: ordered, countsFrom }];
  });
  if (exempt) return people.filter(({ given }) => isIn(given[0]?.team)).map(({ given }) => given);
  const known = people.map(({ person, given, countsFrom }) => ({
    person,
    team: given.findLast(({ recordedAt }) => recordedAt <= countsFrom)?.team,
    moments: given.map(({ recordedAt }) => Math.max(recordedAt, countsFrom)),
  }));
  const givenBy = new Map(people.map(({ person, given }) => [person, given]));
  return released(known, now)
    .filter(({ team }) => isIn(team))
    .flatMap(({ people: names, upTo }) =>
      names.map((name) => (givenBy.get(name) ?? []).filter(({ recordedAt }) => recordedAt <= upTo)),
    );
}
