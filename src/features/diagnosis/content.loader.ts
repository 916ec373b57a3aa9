import { fewPeople, smallestGroup, withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { revisionByKey } from '../modules/module.loader';
import { loadAhead, type BatchRead } from '../request/loaders';
import { capitalized } from '../../shared/words';
import { diagnosedTests } from './diagnosing.service';
import type { KeptDiagnosis } from './diagnosis.store';
import { remedyOf } from './diagnosis-sentences';
import { Diagnosis } from './diagnosis.type';
import { partsOf, summaryOfModule, worstOf } from './module-diagnosis';
import type { PageFinding } from './page-finding';
import { reasonsOfPage, summaryOfPage } from './page-sentences';
import { findPages, readPages } from './read-pages';

/** What the pages of a revision are found to be, by internal id of the page; former revisions too. */
export const pagesOfRevisionFound: BatchRead<
  string,
  ReadonlyMap<string, Diagnosis | Withheld>,
  null
> = async (context, keys) => {
  const revisions = await loadAhead(context, revisionByKey, keys, null);
  const modules = [...revisions.values()].flatMap((revision) => revision?.moduleKey ?? []);
  const [kept, read, visible] = await Promise.all([
    diagnosedTests(context, modules),
    readPages(context, keys),
    context.visible(),
  ]);
  return Promise.all(
    keys.map(async (key) => {
      const findings = kept.get(revisions.get(key)?.moduleKey ?? '')?.findings ?? [];
      const byVersion = new Map(findings.map((one) => [one.version, one]));
      const pages = await findPages(read.get(key) ?? [], byVersion, context.gone);
      return new Map(pages.map((page) => [page.page, shownPage(page, visible.everyone)]));
    }),
  );
};

function shownPage(found: PageFinding, exactly: boolean): Diagnosis | Withheld {
  // Nobody sees how long individuals read: nobody is shown figures on fewer.
  if (found.people < smallestGroup)
    return withheld(`${capitalized(fewPeople)} people read this page: too few to say anything of.`);
  return Object.assign(new Diagnosis(), {
    ...nothingSaid,
    verdict: found.verdict,
    probability: shownAs(exactly)(found.probability),
    kind: found.kind,
    decidedBy: found.decidedBy,
    reasons: reasonsOfPage(found, shownAs(exactly)),
    remedy: remedyOf(found),
    people: found.people,
    summary: summaryOfPage(found),
  });
}

const nothingSaid = { kind: null, likelyKey: null, team: null, since: null, decidedBy: null };

function shownAs(exactly: boolean): (figure: number) => number {
  return (figure) => (exactly ? figure : Math.round(100 * figure) / 100);
}

/** What modules are found to be, by what their questions and the pages of the current revision are. */
export const diagnosisOfModule: BatchRead<string, Diagnosis | Withheld, null> = async (context, keys) => {
  const [kept, visible] = await Promise.all([diagnosedTests(context, keys, 'pages'), context.visible()]);
  return keys.map((key) => shownModule(kept.get(key), visible.everyone));
};

function shownModule(kept: KeptDiagnosis | undefined, exactly: boolean): Diagnosis | Withheld {
  const parts = kept ? partsOf(kept) : [];
  const worst = worstOf(parts);
  if (!worst)
    return withheld(`${capitalized(fewPeople)} people took this module: too few to say anything of.`);
  const { verdict, probability, kind, decidedBy } = worst;
  return Object.assign(new Diagnosis(), {
    ...{ ...nothingSaid, verdict, kind, decidedBy, reasons: worst.reasons(shownAs(exactly)) },
    probability: shownAs(exactly)(probability),
    remedy: remedyOf(worst),
    people: Math.max(...parts.map(({ people }) => people)),
    summary: summaryOfModule(parts, worst),
  });
}
