import { isCorrect } from './responses';

const choices = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

/** Interaction, correct responses, response, verdict. */
const cases: [string, string[], string, boolean | undefined, object?][] = [
  ['choice', ['a[,]b'], 'b[,]a', true, { choices }],
  ['choice', ['a[,]b'], 'a', false, { choices }],
  ['choice', ['a', 'c'], 'c', true, { choices }],
  ['choice', ['a[,]b'], 'The first', undefined, { choices }],
  ['choice', ['a'], 'a', true],
  ['true-false', ['true'], 'true', true],
  ['true-false', ['true'], 'FALSE', false],
  ['true-false', ['true'], 'yes', undefined],
  ['fill-in', ["Bob's your uncle"], "bob's YOUR uncle", true],
  ['fill-in', ['{case_matters=true}Ada'], 'ada', false],
  ['fill-in', ['{case_matters=true}{lang=en}Ada'], 'Ada', true],
  ['fill-in', ['one[,]two'], 'two[,]one', false],
  ['fill-in', ['{order_matters=false}one[,]two'], 'two[,]one', true],
  ['long-fill-in', ['{case_matters=false}{lang=en}To be'], '{lang=en}to be', true],
  ['numeric', ['4[:]'], '7', true],
  ['numeric', ['4[:]6'], '7', false],
  ['numeric', ['[:]4'], '4', true],
  ['numeric', ['0.5'], '.50', true],
  ['numeric', ['3'], 'three', undefined],
  ['matching', ['a[.]1[,]b[.]2'], 'b[.]2[,]a[.]1', true],
  ['matching', ['a[.]1[,]b[.]2'], 'a[.]2[,]b[.]1', false],
  ['matching', ['a[.]1'], 'z[.]1', undefined, { source: [{ id: 'a' }], target: [{ id: '1' }] }],
  ['sequencing', ['a[,]b[,]c'], 'a[,]b[,]c', true, { choices }],
  ['sequencing', ['a[,]b[,]c'], 'a[,]c[,]b', false, { choices }],
  ['performance', ['pong[.]1[,]dg[.]:10[,]lunch[.]'], 'pong[.]1[,]dg[.]:10[,]lunch[.]', true],
  ['performance', ['pong[.]1[:]3[,]dg[.]4'], 'pong[.]2[,]dg[.]4', true],
  ['performance', ['pong[.]1[,]dg[.]4'], 'dg[.]4[,]pong[.]1', false],
  ['performance', ['{order_matters=false}pong[.]1[,]dg[.]4'], 'dg[.]4[,]pong[.]1', true],
  ['performance', ['pong[.]1'], 'ping[.]1', undefined, { steps: [{ id: 'pong' }] }],
  ['likert', ['often'], 'often', true, { scale: [{ id: 'often' }] }],
  ['other', ['(35.9,-86.7)'], '(35.9,-86.7)', true],
  ['other', ['(35.9,-86.7)'], '(35.9,-86.8)', false],
  ['compound', ['x'], 'x', undefined],
  ['choice', [], 'a', undefined],
];

describe('a response against the correct ones', () => {
  it.each(cases)(
    '%s %j, answered %s: %s',
    (interactionType, correctResponsesPattern, response, verdict, more = {}) => {
      expect(isCorrect(response, { interactionType, correctResponsesPattern, ...more })).toBe(verdict);
    },
  );

  it('says nothing without a response or a definition', () => {
    expect(
      isCorrect(undefined, { interactionType: 'numeric', correctResponsesPattern: ['1'] }),
    ).toBeUndefined();
    expect(isCorrect('1', undefined)).toBeUndefined();
  });
});
