import type { Deciding, Diagnosis } from './content-diagnosis';
import { pageHypotheses, type PageHypothesis, type PageProblemKind } from './page-hypotheses';
import { pageSignals, readingsOf, type PageEvidence, type PageSignal, type Reading } from './page-signals';
import { logEvidence, shownBy, usualAround, type Normal } from './page-usual';
import { resultOf } from './steps';
import { clearKind, doubtful, toldGaps, toldProblems } from './telling';

export interface PageDiagnosis {
  readonly page: string;
  readonly diagnosis: Diagnosis;
  /** Of the diagnosis, in [0,1]; where there is not enough data, of a content problem. */
  readonly probability: number;
  /** Of the problem, where the data tell. */
  readonly kind?: PageProblemKind | undefined;
  /** Each figure of the page that is known. */
  readonly reasons: Readonly<Partial<Record<PageSignal, PageReason>>>;
  readonly decidedBy?: Deciding | undefined;
}

/** A figure of a page beside what is usual around it. */
export interface PageReason {
  readonly value: number;
  /** In the same unit. */
  readonly usual: number;
  /** How much it speaks for what is most probable besides the page's being sound: logarithm of a ratio; negative if against. */
  readonly weight: number;
}

const fewestPeople = 5;
/** What is usual is learned from pages that are sound, and which are sound depends on what is usual: after so many rounds nothing moves that matters. */
const rounds = 4;
/** Figures of one page hang together: they count as so many that do not. */
const counting = 1;

/** Whether each page of a module is sound, at fault, or fails since its people lack what it builds on, by what they did there. */
export function diagnosePages(pages: readonly PageEvidence[]): PageDiagnosis[] {
  return resultOf(pageDiagnosisSteps(pages));
}

/** The same in steps, some pages each. */
export function* pageDiagnosisSteps(pages: readonly PageEvidence[]): Generator<void, PageDiagnosis[]> {
  const read: ReadPage[] = [];
  for (const page of pages) {
    read.push(readPage(page));
    yield;
  }
  let weighed = read.map((): Weighed => ({ probabilities: [1], usual: {} }));
  for (let round = 0; round < rounds; round++) {
    const usual = usualOfModule(read, weighed);
    yield;
    const next: Weighed[] = [];
    for (const [index, page] of read.entries()) {
      next.push(weigh(page, usual[index] ?? {}));
      yield;
    }
    weighed = next;
  }
  return told(read, weighed);
}

interface ReadPage {
  readonly page: PageEvidence;
  readonly figures: readonly {
    readonly signal: PageSignal;
    readonly reading: Reading;
    readonly shown: Normal;
  }[];
}

type UsualOfPage = Readonly<Partial<Record<PageSignal, Normal>>>;

interface Weighed {
  /** Of each hypothesis. */
  readonly probabilities: readonly number[];
  readonly usual: UsualOfPage;
}

function readPage(page: PageEvidence): ReadPage {
  const readings = readingsOf(page);
  return {
    page,
    figures: pageSignals.flatMap((signal) => {
      const reading = readings[signal];
      return reading ? [{ signal, reading, shown: shownBy(signal, reading) }] : [];
    }),
  };
}

/** What is usual around each page, of each figure. */
function usualOfModule(read: readonly ReadPage[], weighed: readonly Weighed[]): UsualOfPage[] {
  const found = read.map((): Partial<Record<PageSignal, Normal>> => ({}));
  for (const signal of pageSignals) {
    const known = read.flatMap(({ page, figures }, index) => {
      const figure = figures.find((one) => one.signal === signal);
      const sound = soundIn(signal, weighed[index]?.probabilities ?? []);
      return figure ? [{ index, place: page.number, shown: figure.shown, sound }] : [];
    });
    const { around, betweenPages } = usualAround(signal, known);
    known.forEach(({ index }, at) => {
      const { mean, variance } = around[at] ?? { mean: 0, variance: 1 };
      const ofPage = found[index];
      if (ofPage) ofPage[signal] = { mean, variance: variance + betweenPages };
    });
  }
  return found;
}

/** Probability that a figure is as on a sound page. */
function soundIn(signal: PageSignal, probabilities: readonly number[]): number {
  return pageHypotheses.reduce(
    (sum, { effects }, index) => sum + (effects[signal] ? 0 : (probabilities[index] ?? 0)),
    0,
  );
}

function weigh({ figures }: ReadPage, usual: UsualOfPage): Weighed {
  const logs = pageHypotheses.map((hypothesis) =>
    figures.reduce(
      (sum, { signal, reading }) => sum + counting * logOf(signal, reading, hypothesis, usual),
      Math.log(hypothesis.share),
    ),
  );
  const highest = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
  return { probabilities: logs.map((log) => Math.exp(log - highest) / total), usual };
}

function logOf(
  signal: PageSignal,
  reading: Reading,
  { effects }: PageHypothesis,
  usual: UsualOfPage,
): number {
  const { mean, variance } = usual[signal] ?? { mean: 0, variance: 1 };
  const effect = effects[signal] ?? { mean: 0, deviation: 0 };
  return logEvidence(reading, { mean: mean + effect.mean, variance: variance + effect.deviation ** 2 });
}

interface Shares {
  readonly content: number;
  readonly gap: number;
  /** The most probable kind of problem, and its probability. */
  readonly kind: PageProblemKind | undefined;
  readonly ofKind: number;
}

function sharesOf(probabilities: readonly number[]): Shares {
  let [content, gap, ofKind] = [0, 0, 0];
  let kind: PageProblemKind | undefined;
  pageHypotheses.forEach((hypothesis, index) => {
    const probability = probabilities[index] ?? 0;
    if (hypothesis.kind === 'SOUND') return;
    if (hypothesis.kind === 'KNOWLEDGE_GAP') {
      gap = probability;
      return;
    }
    content += probability;
    if (probability > ofKind) [kind, ofKind] = [hypothesis.kind, probability];
  });
  return { content: Math.min(1, content), gap, kind, ofKind };
}

function told(read: readonly ReadPage[], weighed: readonly Weighed[]): PageDiagnosis[] {
  const shares = weighed.map(({ probabilities }) => sharesOf(probabilities));
  const problems = toldProblems(shares.map(({ content }) => content));
  const gaps = toldGaps(shares.map(({ gap }) => gap));
  return read.flatMap(({ page, figures }, index) => {
    const share = shares[index];
    const usual = weighed[index]?.usual;
    if (!share || !usual) return [];
    const decision = decided(page, share, problems[index] === true, gaps[index] === true);
    const isClear = decision.diagnosis === 'CONTENT_PROBLEM' && share.ofKind > clearKind * share.content;
    const suspected = share.gap > share.ofKind ? 'KNOWLEDGE_GAP' : share.kind;
    return {
      page: page.page,
      ...decision,
      kind: isClear ? share.kind : undefined,
      reasons: reasonsOf(
        figures,
        usual,
        pageHypotheses.find(({ kind }) => kind === suspected),
      ),
    };
  });
}

function decided(
  { people }: PageEvidence,
  { content, gap }: Shares,
  isProblem: boolean,
  isGap: boolean,
): Pick<PageDiagnosis, 'diagnosis' | 'probability' | 'decidedBy'> {
  const undecided = (decidedBy: Deciding) =>
    ({ diagnosis: 'NOT_ENOUGH_DATA', probability: content, decidedBy }) as const;
  if (people < fewestPeople) return undecided('MORE_PEOPLE');
  if (isProblem) return { diagnosis: 'CONTENT_PROBLEM', probability: content };
  if (isGap) return { diagnosis: 'KNOWLEDGE_GAP', probability: gap };
  if (Math.min(content, gap) > doubtful) return undecided('OTHER_TEAMS_OR_PAGES');
  if (content > doubtful) return undecided('MORE_PEOPLE');
  return { diagnosis: 'SOUND', probability: Math.max(0, 1 - content - gap) };
}

function reasonsOf(
  figures: ReadPage['figures'],
  usual: UsualOfPage,
  suspected: PageHypothesis | undefined,
): PageDiagnosis['reasons'] {
  const [sound] = pageHypotheses;
  const reasons: Partial<Record<PageSignal, PageReason>> = {};
  for (const { signal, reading } of figures) {
    const weight =
      sound && suspected
        ? counting * (logOf(signal, reading, suspected, usual) - logOf(signal, reading, sound, usual))
        : 0;
    reasons[signal] = { value: reading.value, usual: reading.inUnit(usual[signal]?.mean ?? 0), weight };
  }
  return reasons;
}
