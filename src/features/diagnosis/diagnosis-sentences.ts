import { percent, toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { DiagnosisReason } from './diagnosis.type';
import type { Finding } from './finding';
import { Deciding, ProblemKind, ReasonKind, Verdict } from './verdict.type';

/** Of a question, what speaks for its diagnosis. */
export function reasonsOf(
  { rightShare, siblingsRightShare, discrimination, people }: Finding,
  shown: (figure: number) => number,
): DiagnosisReason[] {
  const reasons: DiagnosisReason[] = [];
  if (rightShare !== null) {
    const beside =
      siblingsRightShare === null
        ? ''
        : `, and ${percent(siblingsRightShare)} of the other questions on the same skills`;
    reasons.push({
      kind: ReasonKind.RIGHT_SHARE,
      value: shown(rightShare),
      usual: siblingsRightShare === null ? null : shown(siblingsRightShare),
      sentence: `${counted(people, 'person', 'people')} got ${percent(rightShare)} of it right${beside}.`,
    });
  }
  if (discrimination !== null)
    reasons.push({
      kind: ReasonKind.DISCRIMINATION,
      value: shown(discrimination),
      usual: 1,
      sentence:
        discrimination > 0.3
          ? `Those who are able get it right more often: by ${toOnePlace(discrimination)} logits a standard deviation of levels, where about 1 is usual.`
          : 'Those who are able hardly get it right more often than others.',
    });
  return reasons;
}

const remedies: Readonly<Record<ProblemKind, string>> = {
  WRONG_KEY: 'Check what counts as right: the able choose something else.',
  AMBIGUOUS: 'Reword the question or its options until only one answer is right.',
  CONFUSING: 'Explain it more clearly, with an example; a cheat sheet helps until then.',
  NOT_TAUGHT: 'Teach what is asked before it is asked, or check the question and what counts as right.',
  TOO_LONG: 'Shorten it, or split it into parts.',
  TOO_COMPLEX: 'Take it in smaller steps, the example before the rule.',
  OUTDATED: 'Bring the question, and what teaches it, up to date.',
  UNFAIR: 'Reword what only some teams can know.',
};
const unknownRemedy =
  'Look at the question and at what counts as right: nothing tells yet what is wrong with it.';

export const deciding: Readonly<Record<Deciding, string>> = {
  MORE_ANSWERS: 'answers of further people would decide it',
  MORE_PEOPLE: 'further people would decide it',
  MORE_QUESTIONS: 'further questions on the same skill would decide it',
  OTHER_TEAMS_OR_PAGES: 'how another team fares, or the pages that teach it, would decide it',
  SUBJECT_EXPERT:
    'the able choose two options alike, and whether both are right somebody who knows the subject has to decide',
};

export const whatIsWrong: Readonly<Record<ProblemKind, string>> = {
  WRONG_KEY: 'what counts as right is likely wrong',
  AMBIGUOUS: 'more than one answer is likely right',
  CONFUSING: 'it is likely confusing',
  NOT_TAUGHT: 'what it asks was likely not taught',
  TOO_LONG: 'it is likely too long',
  TOO_COMPLEX: 'it is likely too complex',
  OUTDATED: 'it is likely outdated',
  UNFAIR: 'it is likely harder for one team than for others of the same level',
};

/** What to do about it; null where nothing is wrong. */
export function remedyOf({ verdict, kind }: Pick<Finding, 'verdict' | 'kind'>): string | null {
  if (verdict === Verdict.CONTENT_PROBLEM) return kind === null ? unknownRemedy : remedies[kind];
  if (verdict === Verdict.KNOWLEDGE_GAP)
    return 'Teach the team the skill: its questions hold for others, so the content can stay.';
  return null;
}

/** The figure first: how many got it right, then what it means. */
export function summaryOfFinding(found: Finding, lacking: readonly string[]): string {
  const { people, rightShare, verdict, kind, probability, decidedBy } = found;
  if (rightShare === null || probability === null) return 'Nobody answered it yet.';
  const figure = `${counted(people, 'person', 'people')} got ${percent(rightShare)} of it right`;
  switch (verdict) {
    case Verdict.SOUND:
      return `${figure}: nothing speaks for a fault (sound with probability ${percent(probability)}).`;
    case Verdict.KNOWLEDGE_GAP:
      return `${figure}: ${whoLacks(lacking)} the skill, the question holds for others (probability ${percent(probability)}).`;
    case Verdict.CONTENT_PROBLEM:
      return `${figure}: the question is likely at fault and not the people (probability ${percent(probability)})${kind === null ? '' : `; ${whatIsWrong[kind]}`}.`;
    case Verdict.NOT_ENOUGH_DATA:
      return `${figure}: too little to tell${decidedBy === null ? '' : `; ${deciding[decidedBy]}`}.`;
  }
}

function whoLacks(teams: readonly string[]): string {
  if (teams.length < 2) return `${teams[0] ?? 'one team'} lacks`;
  return `${teams.slice(0, -1).join(', ')} and ${teams.at(-1) ?? ''} lack`;
}
