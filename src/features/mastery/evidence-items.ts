import { itemsThatCount, type FoldItem, type FoldPosition } from '../../estimators/fold';
import { requiredAbility } from '../../estimators/level';
import type { ColumnRow } from '../../graph/nouns/columns';
import type { Queries } from '../../graph/driver/statement';
import { mapInSlices } from '../../shared/slices';
import { claimsOfPeople, heldClaim, type HeldClaim } from '../evidence/claim.store';
import { claimantOf } from '../evidence/claimant';
import { ClaimKind } from '../evidence/claim.type';
import { answersOfPeople, heldAnswer, type HeldAnswer } from '../evidence/evidence.store';
import { referenceWith, type Calibration, type SkillReading } from '../calibrations/calibration.store';
import type { Readings } from '../calibrations/readings';
import { dayOf } from '../states/stored-state';
import { questionKeyOf } from './stored-memories';
import { scoreRead } from '../calibrations/version-standing';
import type { VersionParameters } from '../calibrations/version.store';

/** An item of a fold that knows the evidence behind it. */
export type EvidenceItem = FoldItem & {
  readonly answer?: AnswerBehind;
  readonly claim?: HeldClaim;
};

/** An answer as it counts. */
export interface AnswerBehind {
  /** Internal id of the question version. */
  readonly version: string;
  /** In [0,1]. */
  readonly score: number;
  /** Whether it was scored otherwise when it was recorded. */
  readonly rescored: boolean;
  /** Whether it counts less, a problem of its question being open. */
  readonly doubted: boolean;
}

/** What calibrations say of the questions and skills that evidence is about. */
export interface Said {
  readonly versions: ReadonlyMap<string, VersionParameters>;
  /** Of skills that claims are on. */
  readonly skills: ReadonlyMap<string, SkillReading>;
}

/** An answer with what it counts, and what is known of its question. */
export interface CountingAnswer {
  readonly answer: HeldAnswer;
  readonly score: number;
  readonly known: VersionParameters;
}

/** Undefined where it was decided that answers to the question count no more. */
export function countingAnswer(
  answer: HeldAnswer,
  { versions }: Pick<Said, 'versions'>,
): CountingAnswer | undefined {
  const known = versions.get(answer.version);
  if (!known) throw new Error(`Question version ${answer.version} is not there.`);
  const score = scoreRead(answer, known);
  return score === undefined ? undefined : { answer, score, known };
}

export function answerItem({ answer, score, known }: CountingAnswer, { number }: Calibration): EvidenceItem {
  const { at, attempt, id, sitting, version } = answer;
  const question = known.questions.get(number);
  if (!question) throw new Error(`Calibration ${String(number)} was not read of version ${version}.`);
  const asked = { question: questionKeyOf(version), skills: known.skills, ...question };
  const answered = { day: dayOf(at), sitting, score, attempt, ...asked };
  const behind = { version, score, rescored: score !== answer.score, doubted: known.doubted };
  return { at, attempt, id, answer: behind, answered };
}

/** A claim comes before answers of the same moment. */
const placeOfClaims = 0;

/** Where a claim stands in a person's order. */
export function positionOfClaim({ at, id }: Pick<HeldClaim, 'at' | 'id'>): FoldPosition {
  return { at, attempt: placeOfClaims, id };
}

export function claimItem(
  claim: HeldClaim,
  { skills }: Pick<Said, 'skills'>,
  calibration: Calibration,
): EvidenceItem {
  const { at, level, kind } = claim;
  const reading = skills.get(claim.skill);
  const { skill, reference } = reading?.others.get(calibration.number) ?? {
    skill: claim.skill,
    reference: referenceWith(reading, calibration),
  };
  const ability = requiredAbility(level, reference);
  const claimed = { day: dayOf(at), skill, ability, variance: varianceOf(kind, calibration) };
  return { ...positionOfClaim(claim), claim, claimed, claimant: claimantOf(claim) };
}

function varianceOf(kind: ClaimKind, calibration: Calibration): number {
  switch (kind) {
    case ClaimKind.SELF:
      return calibration.selfClaimVariance;
    case ClaimKind.PEER:
      return calibration.peerClaimVariance;
    case ClaimKind.LEAD:
      return calibration.leadClaimVariance;
    case ClaimKind.CREDENTIAL:
      return calibration.credentialClaimVariance;
  }
}

/** Everything that counts of some people, as evidence holds it and as some calibrations read it. */
export interface EvidenceOfPeople {
  /** A person's items as one of the calibrations reads them, in the order of every fold; as if one of them were not there. */
  itemsOf(person: string, calibration: Calibration, without?: string): EvidenceItem[];
}

/** Read with the calibrations in use, or with those given. */
export async function evidenceOfPeople(
  queries: Queries,
  people: readonly string[],
  readings: Readings,
): Promise<EvidenceOfPeople> {
  const given = await answersOfPeople(queries, people);
  const stated = await claimsOfPeople(queries, people);
  const answersOf = new Map(
    await mapInSlices(given, ({ person, answers }) => [person, answers.map(answerOf)] as const),
  );
  const claimsOf = new Map(
    await mapInSlices(stated, ({ person, claims }) => [person, claims.map(claimOf)] as const),
  );
  await readings.learn(
    queries,
    [...answersOf.values()].flatMap((answers) => answers.map(({ version }) => version)),
    [...claimsOf.values()].flatMap((claims) => claims.map(({ skill }) => skill)),
  );
  return {
    itemsOf(person, calibration, without) {
      const answers = (answersOf.get(person) ?? []).flatMap((one) => {
        const counting = countingAnswer(one, readings);
        return counting ? [answerItem(counting, calibration)] : [];
      });
      const claims = (claimsOf.get(person) ?? []).map((one) => claimItem(one, readings, calibration));
      return itemsThatCount([...answers, ...claims].filter(({ id }) => id !== without));
    },
  };
}

function answerOf(row: ColumnRow<HeldAnswer>): HeldAnswer {
  const { id, at, attempt, score, sitting, version, response } = heldAnswer.fieldsOf(row);
  return { id, at, attempt, score, sitting, version, response };
}

/** A claim as evidence holds it, out of the row of a statement. */
export function claimOf(row: ColumnRow<HeldClaim>): HeldClaim {
  const { id, at, kind, level, issuer, skill, person, by } = heldClaim.fieldsOf(row);
  return { id, at, kind, level, issuer, skill, person, by };
}
