import type { Level } from '../../estimators/level';
import { ClaimKind } from '../evidence/claim.type';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import { MasteryChangeKind } from './explanation.type';
import type { Change } from './trace';

/** What a level is explained from. */
export interface Explained {
  readonly prior: number;
  readonly range: Level;
  /** On the skill itself. */
  readonly answers: number;
  readonly claims: number;
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Epoch milliseconds. */
  readonly asOf: number;
}

/** An interval no wider than this leaves little open; one wider than the other leaves open almost everything. */
const narrow = 0.2;
const wide = 0.45;
/** What moved a level most: so many are named, where each moved it by what shows in whole points. */
const named = 3;
const shows = 0.005;
/** Evidence is old after half a year. */
const old = 183 * 86_400_000;
/** Answers on other skills are spoken of where this share of all movement is theirs. */
const muchOfIt = 0.2;

/** A level's reasons in at most three plain sentences, each of which ends with the only full stop in it. */
export function summaryOfExplanation(explained: Explained): string {
  const caveats = caveatsOf(explained);
  return [
    standing(explained.range),
    origin(explained),
    ...(caveats.length > 0 ? [`But ${caveats.join('; ')}.`] : []),
  ].join(' ');
}

function standing({ level, low, high }: Level): string {
  const width = high - low;
  const sure =
    width <= narrow ? 'is well known' : width <= wide ? 'is roughly known' : 'is still very uncertain';
  return `The level is ${percent(level)} and ${sure}: in nine cases out of ten the true level lies between ${percent(low)} and ${percent(high)}.`;
}

function origin({ prior, answers, claims, changes }: Explained): string {
  const evidence = [
    ...(answers > 0 ? [counted(answers, 'answer')] : []),
    ...(claims > 0 ? [counted(claims, 'claim')] : []),
  ];
  const movers = changes
    .filter(({ kind, change }) => kind !== MasteryChangeKind.FADING && Math.abs(change) >= shows)
    .sort((left, right) => Math.abs(right.change) - Math.abs(left.change))
    .slice(0, named);
  const most =
    movers.length > 0
      ? `most of all by ${joined(movers.map(nameOf))}`
      : 'none of which made a noticeable difference';
  return `From ${percent(prior)}, where everybody starts, it was moved by ${joined(evidence)} on this skill, ${most}.`;
}

function caveatsOf({ answers, changes, asOf }: Explained): string[] {
  const moved = (...kinds: MasteryChangeKind[]): number =>
    changes.reduce((sum, { kind, change }) => sum + (kinds.includes(kind) ? Math.abs(change) : 0), 0);
  const related = changes.filter(({ kind }) => kind === MasteryChangeKind.RELATED_ANSWER);
  const latest = changes.find(({ kind }) => isOnSkill(kind));
  const byRelated = moved(MasteryChangeKind.RELATED_ANSWER);
  const doubted = changes.filter(({ kind, answer }) => isOnSkill(kind) && answer?.doubted).length;
  const seen = changes.filter(({ kind, answer }) => isOnSkill(kind) && answer?.seenBefore).length;
  return [
    ...(doubted > 0
      ? [
          `${String(doubted)} of ${counted(answers, 'answer')} ${doubted === 1 ? 'counts' : 'count'} less, since the ${doubted === 1 ? 'question is' : 'questions are'} likely at fault`,
        ]
      : []),
    ...(seen > 0
      ? [
          `${String(seen)} of ${counted(answers, 'answer')} ${seen === 1 ? 'counts' : 'count'} less, since ${seen === 1 ? 'it is to a question' : 'they are to questions'} answered before, which may be remembered`,
        ]
      : []),
    ...(answers === 0 ? ['no answer has confirmed it yet, it rests on claims alone'] : []),
    ...(latest && asOf - latest.at > old
      ? [`the latest evidence is old, from ${dateOf(latest.at)}, and certainty fades`]
      : []),
    ...(byRelated > muchOfIt * moved(...Object.values(MasteryChangeKind))
      ? [`much of its movement comes from answers on other skills${against(related)}`]
      : []),
  ];
}

function isOnSkill(kind: MasteryChangeKind): boolean {
  return kind === MasteryChangeKind.ANSWER || kind === MasteryChangeKind.CLAIM;
}

/** Says where answers on other skills moved this one the other way. */
function against(related: readonly Change[]): string {
  const some = related.some(
    ({ change, answer }) =>
      Math.abs(change) >= shows && answer && change * (answer.score - answer.expected) < 0,
  );
  return some ? ', some of which moved it against what they scored' : '';
}

const claimants: Readonly<Record<ClaimKind, string>> = {
  [ClaimKind.SELF]: 'the person',
  [ClaimKind.PEER]: 'a peer',
  [ClaimKind.LEAD]: 'a lead',
  [ClaimKind.CREDENTIAL]: 'a credential',
};

function nameOf({ kind, at, change, answer, claim }: Change): string {
  const what = claim
    ? `a claim by ${claimants[claim.kind]}`
    : `${answer && verdictOf(answer.score)} answer${kind === MasteryChangeKind.RELATED_ANSWER ? ' on other skills' : ''}`;
  return `${what} on ${dateOf(at)} (${change > 0 ? 'up' : 'down'} ${counted(Math.round(100 * Math.abs(change)), 'point')})`;
}

function verdictOf(score: number): string {
  return score === 1 ? 'a right' : score === 0 ? 'a wrong' : 'a partly right';
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
}
