import { percent, toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import { deciding, whatIsWrong } from './diagnosis-sentences';
import type { DiagnosisReason } from './diagnosis.type';
import type { PageFigure, PageFinding } from './page-finding';
import { ReasonKind, Verdict } from './verdict.type';

const sentences: Readonly<Record<ReasonKind, (value: string, usual: string) => string>> = {
  SECONDS: (value, usual) => `People take ${value} seconds of active time, where ${usual} are usual.`,
  REVISITS: (value, usual) => `${value} of the people come back to it, where ${usual} do usually.`,
  PAUSES: (value, usual) => `${value} pauses a person, where ${usual} are usual.`,
  LEAVING: (value, usual) => `${value} of those who get here leave here, where ${usual} do usually.`,
  UNCLEAR: (value, usual) => `${value} of the people call it unclear, where ${usual} do usually.`,
  OUTDATED: (value, usual) => `${value} of the people call it outdated, where ${usual} do usually.`,
  RIGHT_AFTER: (value, usual) =>
    `${value} of the answers after it are right, where the level of these people lets ${usual} expect.`,
  MASTERY: (value, usual) =>
    `Of other questions on the same skills these people get ${value} right, those of other pages ${usual}.`,
  RIGHT_SHARE: (value, usual) => `${value} of the answers are right, where ${usual} are usual.`,
  DISCRIMINATION: (value, usual) => `It tells the able apart by ${value} logits, where ${usual} are usual.`,
};
const inNumbers: readonly ReasonKind[] = [ReasonKind.PAUSES, ReasonKind.DISCRIMINATION];

/** Of a page, what speaks for its diagnosis. */
export function reasonsOfPage(
  { reasons }: PageFinding,
  shown: (figure: number) => number,
): DiagnosisReason[] {
  return reasons.map(({ kind, value, usual }) => ({
    ...{ kind, value: shown(value), usual: shown(usual) },
    sentence: sentenceOf({ kind, value, usual }),
  }));
}

function sentenceOf({ kind, value, usual }: PageFigure): string {
  return sentences[kind](inWords(kind, value), inWords(kind, usual));
}

function inWords(kind: ReasonKind, figure: number): string {
  if (kind === ReasonKind.SECONDS) return figure.toFixed(0);
  return inNumbers.includes(kind) ? toOnePlace(figure) : percent(figure);
}

/** The figure that speaks most for it first, then what it means. */
export function summaryOfPage(found: PageFinding): string {
  const { people, reasons, verdict, kind, probability, decidedBy } = found;
  const [most] = reasons;
  const figure = `${counted(people, 'person', 'people')} read it${most ? `. ${sentenceOf(most)}` : '.'}`;
  switch (verdict) {
    case Verdict.SOUND:
      return `${counted(people, 'person', 'people')} read it: nothing speaks for a fault (sound with probability ${percent(probability)}).`;
    case Verdict.KNOWLEDGE_GAP:
      return `${figure} These people lack what it builds on (probability ${percent(probability)}).`;
    case Verdict.CONTENT_PROBLEM:
      return `${figure} The page is likely at fault (probability ${percent(probability)})${kind === null ? '' : `: ${whatIsWrong[kind]}`}.`;
    case Verdict.NOT_ENOUGH_DATA:
      return `${counted(people, 'person', 'people')} read it: too little to tell${decidedBy === null ? '' : `; ${deciding[decidedBy]}`}.`;
  }
}
