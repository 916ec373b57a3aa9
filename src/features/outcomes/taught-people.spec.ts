import { usualParameters } from '../../estimators/parameter-scales';
import type { Calibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { PageKind } from '../modules/page.type';
import type { AnswerOfVersion } from './cells';
import { askedAfterTeaching, taughtPeople, type AnsweredRevision, type Looked } from './taught-people';

const calibration: Calibration = {
  ...usualParameters,
  ...{ number: 1, slot: 0, current: true, questionVariance: 1 },
  ...{ selfClaimVariance: 1, peerClaimVariance: 1, leadClaimVariance: 1, credentialClaimVariance: 1 },
  doubtVariance: 16,
};
const readings = new Readings([calibration]);
const question = { difficulty: 0, difficultyVariance: 0, discrimination: 1 };
for (const version of ['before', 'after', 'other'])
  readings.versions.set(version, {
    ...{ version, skills: [version === 'other' ? 'another' : 'skill'], skillNodes: new Map() },
    ...{ doubted: false, withdrawn: false, rekeyed: null },
    questions: new Map([[1, question]]),
  });

const given = (person: string, version: string, recordedAt: number): AnswerOfVersion => ({
  ...{ person, version, recordedAt, team: person < 'f' ? 'team' : undefined, score: 1, at: 0 },
  ...{ response: null, responseMs: null, attempt: 1 },
});
const asks = (version: string, number: number) => ({
  ...{ version, number, page: String(number), title: null, section: null },
});
const pages = [PageKind.QUIZ, PageKind.TEXT, PageKind.QUIZ].map((kind, place) => ({
  ...{ kind, number: place + 1, expectedSeconds: null, asks: kind === PageKind.QUIZ },
}));
const asked = [asks('before', 1), asks('after', 3), asks('other', 3)];

function counted(answers: readonly AnswerOfVersion[], looked: Partial<Looked> = {}) {
  const revision: AnsweredRevision = { answers, asked, pages };
  const whole = { exempt: false, teams: undefined, now: 100, both: true, ...looked };
  const steps = taughtPeople(revision, whole, readings, calibration);
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    const { people, answersBefore, answersAfter } = step.value;
    return [people.length, answersBefore, answersAfter];
  }
}
const everybody = (people: string, versions: readonly string[], recordedAt = 1) =>
  [...people].flatMap((person) => versions.map((version) => given(person, version, recordedAt)));

describe('people who were taught', () => {
  it('are those who answered before and after, or after alone where that is enough', () => {
    const answers = [...everybody('abcde', ['before', 'after', 'other']), ...everybody('fghij', ['other'])];
    expect(counted(answers)).toEqual([5, 5, 10]);
    expect(counted(answers, { both: false })).toEqual([10, 5, 15]);
    expect(counted(answers, { skill: 'skill' })).toEqual([5, 5, 5]);
    expect(counted(answers, { both: false, after: new Set(['other']) })).toEqual([10, 5, 10]);
    expect(counted(answers, { both: false, teams: new Set(['team']) })).toEqual([5, 5, 10]);
  });

  it('come in by fives, and go on by what is new of five, for who may not see them', () => {
    const five = everybody('abcde', ['before', 'after']);
    const late = [...everybody('fghij', ['before']), ...everybody('fghi', ['after'], 2)];
    expect(counted([...five, ...late])).toEqual([5, 5, 5]);
    expect(counted([...five, ...late], { exempt: true })).toEqual([9, 9, 9]);
    expect(counted([...five, ...late, given('j', 'after', 3)])).toEqual([10, 10, 10]);
    expect(counted([...five, ...everybody('abcd', ['other'], 2)])).toEqual([5, 5, 5]);
    expect(counted([...five, ...everybody('abcde', ['other'], 2)])).toEqual([5, 5, 10]);
  });

  it('were asked before what is asked again after', () => {
    expect(askedAfterTeaching({ asked: [...asked, asks('before', 3)], pages })).toEqual(
      new Set(['after', 'other']),
    );
  });
});
