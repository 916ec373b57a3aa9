import fc from 'fast-check';
import { compareEvidence, foldInto } from '../../estimators/fold';
import { levelOf, type Level } from '../../estimators/level';
import { usualParameters } from '../../estimators/parameter-scales';
import { abilityOn, newPerson } from '../../estimators/person-state';
import { resultOf } from '../../estimators/steps';
import { ClaimKind } from '../evidence/claim.type';
import type { Calibration } from '../calibrations/calibration.store';
import { claimItem, type EvidenceItem } from '../mastery/evidence-items';
import { drawable, firstEvidenceOn, historyOf, type Stretch } from './history';
import { MasteryChangeKind } from './explanation.type';
import { dayOf } from '../states/stored-state';

const day = 86_400_000;
const until = 400 * day;

/** Three calibrations, which read the same questions and claims otherwise. */
const calibrations = [1, 2, 3].map((number): Calibration => ({
  ...usualParameters,
  ...{
    number,
    slot: 0,
    current: number === 3,
    questionVariance: 1,
    doubtVariance: 16,
    generalMean: number / 4,
  },
  ...{ selfClaimVariance: 4, peerClaimVariance: 2, leadClaimVariance: 1, credentialClaimVariance: number },
}));
const item = fc.record({
  at: fc.oneof(fc.nat(5), fc.double({ min: 0, max: 380, noNaN: true })).map((days) => Math.round(days * day)),
  isClaim: fc.boolean(),
  skills: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
  score: fc.constantFrom(0, 1),
  difficulty: fc.double({ min: -2, max: 2, noNaN: true }),
  sitting: fc.constantFrom('x', null),
});

function read(
  given: readonly (typeof item extends fc.Arbitrary<infer Item> ? Item : never)[],
  calibration: Calibration,
) {
  const items = given.map(({ at, isClaim, skills, score, difficulty, sitting }, index): EvidenceItem => {
    const id = String(index);
    if (isClaim) {
      const [skill = 'a'] = skills;
      const claim = {
        id,
        at,
        kind: ClaimKind.CREDENTIAL,
        level: 0.2 + score / 2,
        skill,
        issuer: id,
        person: 'p',
        by: null,
      };
      return claimItem(claim, { skills: new Map() }, calibration);
    }
    const question = {
      difficulty: difficulty * calibration.number,
      difficultyVariance: 0,
      discrimination: 1,
    };
    const answered = {
      day: dayOf(at),
      sitting,
      question: difficulty,
      skills,
      score,
      attempt: 1,
      ...question,
    };
    const answer = { version: 'v', score, rescored: false, doubted: false };
    return { at, attempt: 1, id, answer, answered };
  });
  return items.sort(compareEvidence);
}

const given = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 15 }),
  switches: fc
    .tuple(fc.nat(390), fc.nat(390))
    .map((two) => two.map((on) => on * day).sort((one, other) => one - other)),
  since: fc.oneof(fc.constant(0), fc.nat(390 * day)),
});

function stretchesOf(items: Parameters<typeof read>[0], switches: readonly number[]): Stretch[] {
  return calibrations.map((calibration, index) => ({
    calibration,
    from: switches[index - 1] ?? -Infinity,
    until: switches[index] ?? Infinity,
    folding: {
      items: read(items, calibration),
      skill: 'a',
      reference: 0.3 * calibration.number,
      calibration,
    },
  }));
}

/** By a fold of its own: the level at a moment, with all that happened until then or before it. */
function levelAt({ folding }: Stretch, at: number, isIn: (item: EvidenceItem) => boolean): Level {
  const person = newPerson<string>(folding.calibration);
  foldInto(person, folding.items.filter(isIn), folding.calibration);
  return levelOf(
    abilityOn(person, person.skills.get('a'), dayOf(at), folding.calibration),
    folding.reference,
  );
}

it('reads each moment with the calibration in force, a switch as what it alone did, and all sums to the level', () => {
  fc.assert(
    fc.property(given, ({ items, switches, since }) => {
      const stretches = stretchesOf(items, switches);
      const first = firstEvidenceOn(stretches[2]!.folding);
      fc.pre(first !== undefined);
      const from = Math.max(first, since);
      const { before, byEvidence, byTime, byCalibration, level, points } = resultOf(
        historyOf(stretches, from, until),
      );

      const last = levelAt(stretches[2]!, until, () => true);
      expect(points.at(-1)).toMatchObject({ at: until, range: last, calibration: 3 });
      expect(level).toBe(last.level);
      expect(Math.abs(before + byEvidence + byTime + byCalibration - level)).toBeLessThan(1e-9);
      expect(points.map(({ at }) => at)).toEqual(
        points.map(({ at }) => at).sort((one, other) => one - other),
      );
      const switched = points.filter(({ kind }) => kind === 'CALIBRATION');
      expect(switched.map(({ at }) => at)).toEqual(switches.filter((at) => at > from));
      for (const [index, point] of points.entries()) {
        const { at, kind, change, range, calibration } = point;
        const stretch = stretches[calibration - 1]!;
        expect(at >= stretch.from && at <= stretch.until).toBe(true);
        if (kind === 'CALIBRATION') {
          const [old, now] = [stretches[calibration - 2]!, stretch].map((one) =>
            levelAt(one, at, (item) => item.at < at),
          );
          expect(range).toEqual(now);
          expect(Math.abs(change - (now!.level - old!.level))).toBeLessThan(1e-12);
        } else if (kind !== MasteryChangeKind.FADING && points[index + 1]?.at !== at) {
          expect(range).toEqual(levelAt(stretch, at, (item) => item.at <= at));
        }
      }
      const evidence = points.flatMap(({ cause }) => cause?.id ?? []);
      const counting = stretches[2]!.folding.items.filter(
        ({ at, answered, claimed }) => at >= from && (answered !== undefined || claimed.skill === 'a'),
      );
      expect(evidence).toEqual(counting.map(({ id }) => id));
    }),
  );
});

it('draws as many points as are asked for, the ends and every switch among them', () => {
  fc.assert(
    fc.property(given, fc.integer({ min: 1, max: 20 }), ({ items, switches }, most) => {
      const { points } = resultOf(historyOf(stretchesOf(items, switches), 0, until));
      const drawn = drawable(points, most);
      const kept = points.filter(
        (point) => point === points[0] || point === points.at(-1) || point.kind === 'CALIBRATION',
      );
      expect(drawn).toEqual(expect.arrayContaining(kept));
      expect(drawn.length).toBeLessThanOrEqual(Math.max(most, kept.length));
    }),
  );
});
