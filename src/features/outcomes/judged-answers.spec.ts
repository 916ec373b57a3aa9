import { usualParameters } from '../../estimators/parameter-scales';
import type { Calibration } from '../calibrations/calibration.store';
import type { VersionParameters } from '../calibrations/version.store';
import type { AnswerOfVersion } from './cells';
import { judged, type JudgedAnswer } from './judged-answers';

const calibration: Calibration = {
  ...usualParameters,
  ...{ number: 1, slot: 0, current: true, questionVariance: 1 },
  ...{ selfClaimVariance: 1, peerClaimVariance: 1, leadClaimVariance: 1, credentialClaimVariance: 1 },
  doubtVariance: 16,
};
const parameters = (version: string, difficulty: number): VersionParameters => ({
  version,
  skills: ['skill'],
  skillNodes: new Map(),
  ...{ doubted: false, withdrawn: false, rekeyed: null },
  questions: new Map([[1, { difficulty, difficultyVariance: 0, discrimination: 1 }]]),
});
const versions = new Map([
  ['easy', parameters('easy', -2)],
  ['hard', parameters('hard', 2)],
]);
const given = (person: string, version: string, score: number, at = 0): AnswerOfVersion => ({
  ...{ person, version, score, at, team: undefined },
  ...{ response: null, recordedAt: 0, responseMs: null, attempt: 1 },
});

function judgedOf(answers: readonly AnswerOfVersion[]): JudgedAnswer[] {
  const steps = judged(answers, versions, calibration);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const of = (found: readonly JudgedAnswer[], person: string, version: string) =>
  found.find((one) => one.person === person && one.version === version)!;

describe('an answer judged by the others of its person', () => {
  it('is expected by the earlier ones, whatever order they are given in', () => {
    const answers = [
      ...[given('able', 'hard', 1, 2), given('able', 'easy', 1, 1)],
      ...[given('weak', 'easy', 0, 1), given('weak', 'hard', 0, 2)],
    ];
    const found = judgedOf(answers);
    expect(of(found, 'able', 'easy').expected).toBe(of(found, 'weak', 'easy').expected);
    expect(of(found, 'able', 'easy').expected).toBeGreaterThan(0.7);
    expect(of(found, 'able', 'hard').expected).toBeGreaterThan(of(found, 'weak', 'hard').expected + 0.05);
    expect(
      judgedOf(answers.toReversed())
        .map(({ expected }) => expected)
        .sort(),
    ).toEqual(found.map(({ expected }) => expected).sort());
  });

  it('stands by how its person does in the others beside how people do in them', () => {
    const found = judgedOf([
      ...[given('able', 'easy', 1), given('able', 'hard', 1)],
      ...[given('weak', 'easy', 1), given('weak', 'hard', 0)],
      given('other', 'hard', 0.5),
    ]);
    expect(of(found, 'able', 'easy').standing).toBe(0.5);
    expect(of(found, 'weak', 'easy').standing).toBe(-0.5);
    expect(of(found, 'able', 'hard').standing).toBe(0);
    expect(of(found, 'other', 'hard').standing).toBeNaN();
  });

  it('is expected by nothing where the calibration does not know the question', () => {
    expect(judgedOf([given('one', 'unknown', 1)])[0]!.expected).toBeNaN();
  });
});
