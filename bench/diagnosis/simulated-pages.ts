import { logistic } from '../../src/estimators/normal';
import type { PageEvidence } from '../../src/estimators/page-signals';
import { seededUniforms } from '../../src/estimators/random';
import { shuffled } from '../mastery/shuffled';

/** What is wrong with a page of a simulated module, or with the people who read it. */
export const pageFaults = [
  'TOO_LONG',
  'CONFUSING',
  'TOO_COMPLEX',
  'OUTDATED',
  'NOT_TAUGHT',
  'KNOWLEDGE_GAP',
] as const;
export type PageFault = (typeof pageFaults)[number];

export interface SimulatedPages {
  readonly pages: readonly PageEvidence[];
  /** By page; those that are sound are not in it. */
  readonly faults: ReadonlyMap<string, PageFault>;
}

const pagesOfModule = 24;
/** Of each kind, on average. */
const faultsOfKind = 0.6;
const asksPerPage = 3;

/** How a fault of some severity shows: factors of time, of coming back, pausing and leaving, shares that say so, logits of answers. */
const traits: Readonly<Record<PageFault, Partial<Traits>>> = {
  TOO_LONG: { longer: 2.6, leaving: 3.5, pausing: 1.8 },
  CONFUSING: { longer: 1.6, returning: 3.5, leaving: 1.6, unclear: 0.12, answers: -0.9 },
  TOO_COMPLEX: { longer: 2.2, returning: 1.5, leaving: 2.2, pausing: 2.4, unclear: 0.04, answers: -1.4 },
  OUTDATED: { outdated: 0.09, unclear: 0.02, answers: -0.2 },
  NOT_TAUGHT: { longer: 0.8, unclear: 0.02, answers: -2 },
  KNOWLEDGE_GAP: { lacking: -2.2, leaving: 1.3 },
};

interface Traits {
  readonly longer: number;
  readonly returning: number;
  readonly leaving: number;
  readonly pausing: number;
  readonly unclear: number;
  readonly outdated: number;
  readonly answers: number;
  readonly lacking: number;
}

const unremarkable: Traits = {
  longer: 1,
  returning: 1,
  leaving: 1,
  pausing: 1,
  unclear: 0,
  outdated: 0,
  answers: 0,
  lacking: 0,
};

/**
 * People go through a module with planted faults. It differs from the model of the diagnosis in six ways: people have a pace, a
 * patience and a temper of their own; times have a long tail of those who went away; authors are wrong about how long a page
 * takes; few give feedback, and some of these call everything unclear; faults are of any severity; those who answer are those who stayed.
 */
export function simulatedPages(people: number, seed: number): SimulatedPages {
  const random = seededUniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const faultOf = new Map<number, PageFault>();
  const order = shuffled(pagesOfModule, random);
  let next = 0;
  for (const fault of pageFaults) {
    const times = Math.floor(faultsOfKind) + (random() < faultsOfKind % 1 ? 1 : 0);
    for (let time = 0; time < times; time++) faultOf.set(order[next++]!, fault);
  }
  const module = { leaving: 0.012 * Math.exp(0.5 * normal()), returning: 0.09 * Math.exp(0.5 * normal()) };
  const pages = Array.from({ length: pagesOfModule }, (_, place) => {
    const fault = faultOf.get(place);
    const expected = 20 * Math.ceil(6 * random());
    return {
      traits: severe(fault && traits[fault], 0.6 + 0.8 * random()),
      expected,
      takes: expected * Math.exp(0.3 * normal()),
      leaving: module.leaving * Math.exp(0.4 * normal()) * (place === 0 ? 2 : 1),
      returning: module.returning * Math.exp(0.4 * normal()),
      pausing: 0.3 * Math.exp(0.3 * normal()),
      answers: 0.3 * normal(),
      difficulties: Array.from({ length: asksPerPage }, () => -0.9 + 0.8 * normal()),
      seconds: [] as number[],
      ...{ revisited: 0, pauses: 0, atRisk: 0, left: 0, unclear: 0, outdated: 0, feedback: 0 },
      ...{ right: 0, answered: 0, predicted: 0, variance: 0 },
    };
  });
  for (let person = 0; person < people; person++) {
    const pace = Math.exp(0.35 * normal());
    const patience = Math.exp(0.5 * normal());
    const restless = Math.exp(0.5 * normal());
    const says = random() < 0.15 ? 1 : 0.15;
    const grumbles = random() < 0.02;
    const ability = 0.9 * normal();
    for (const page of pages) {
      const { traits: shown } = page;
      page.atRisk++;
      const away = random() < 0.04 ? 3 : 1;
      page.seconds.push(page.takes * shown.longer * pace * away * Math.exp(0.4 * normal()));
      if (random() < Math.min(0.9, page.returning * shown.returning * restless)) page.revisited++;
      while (random() < 1 - Math.exp(-page.pausing * shown.pausing * restless * 0.8)) page.pauses++;
      const unclear = grumbles || random() < says * 3 * (0.006 + shown.unclear);
      const outdated = random() < says * 3 * (0.001 + shown.outdated);
      page.unclear += unclear ? 1 : 0;
      page.outdated += outdated ? 1 : 0;
      page.feedback += unclear || outdated || random() < 0.05 * says ? 1 : 0;
      if (random() < Math.min(0.8, (page.leaving * shown.leaving) / patience)) {
        page.left++;
        break;
      }
      for (const difficulty of page.difficulties) {
        const predicted = logistic(1.3 * (ability + shown.lacking - difficulty + 0.3 * normal()));
        const truly = logistic(1.3 * (ability + shown.lacking - difficulty) + shown.answers + page.answers);
        page.predicted += predicted;
        page.variance += predicted * (1 - predicted);
        page.answered++;
        page.right += random() < truly ? 1 : 0;
      }
    }
  }
  return {
    pages: pages.flatMap((page, place) => (page.atRisk === 0 ? [] : [evidenceOf(page, place)])),
    faults: new Map([...faultOf].map(([place, fault]) => [nameOf(place), fault])),
  };
}

function severe(shown: Partial<Traits> | undefined, severity: number): Traits {
  const all = { ...unremarkable, ...shown };
  const factor = (times: number): number => times ** severity;
  return {
    longer: factor(all.longer),
    returning: factor(all.returning),
    leaving: factor(all.leaving),
    pausing: factor(all.pausing),
    unclear: severity * all.unclear,
    outdated: severity * all.outdated,
    answers: severity * all.answers,
    lacking: severity * all.lacking,
  };
}

interface SeenPage {
  readonly expected: number;
  readonly seconds: readonly number[];
  readonly revisited: number;
  readonly pauses: number;
  readonly atRisk: number;
  readonly left: number;
  readonly unclear: number;
  readonly outdated: number;
  readonly feedback: number;
  readonly right: number;
  readonly answered: number;
  readonly predicted: number;
  readonly variance: number;
}

function evidenceOf(page: SeenPage, place: number): PageEvidence {
  const sorted = [...page.seconds].sort((left, right) => left - right);
  const logs = sorted.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return {
    page: nameOf(place),
    number: place + 1,
    expectedSeconds: page.expected,
    people: page.atRisk,
    medianSeconds: sorted[Math.floor(sorted.length / 2)]!,
    spreadSeconds: Math.sqrt(squares / Math.max(1, logs.length - 1)),
    revisited: page.revisited,
    pauses: page.pauses / page.atRisk,
    atRisk: page.atRisk,
    left: page.left,
    unclear: page.unclear,
    outdated: page.outdated,
    feedback: page.feedback,
    questions: {
      right: page.right,
      answers: page.answered,
      expected: page.predicted,
      variance: page.variance,
    },
  };
}

function nameOf(place: number): string {
  return `page ${place + 1}`;
}
