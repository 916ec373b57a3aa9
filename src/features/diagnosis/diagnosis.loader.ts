import { fewPeople, smallestGroup, withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { teamByKey } from '../people/people.loader';
import type { RequestContext } from '../request/context';
import { load, loadAhead, type BatchRead } from '../request/loaders';
import { capitalized } from '../../shared/words';
import { diagnosedTests, fullyDiagnosed } from './diagnosing.service';
import { reasonsOf, remedyOf, summaryOfFinding } from './diagnosis-sentences';
import { Diagnosis } from './diagnosis.type';
import type { Finding } from './finding';
import { testsOfVersions } from './tests.read';

/** What was found of the questions in the tests of these modules or skills, as the viewer may know it, by version. */
async function findingsFor(context: RequestContext, tests: readonly string[]): Promise<Map<string, Finding>> {
  const [kept, visible] = await Promise.all([diagnosedTests(context, tests), context.visible()]);
  const found = [...kept.values()];
  // Whoever sees everybody gets what is waiting to be released too.
  const fuller = visible.everyone ? found.filter(({ waiting }) => waiting).map(({ test }) => test) : [];
  if (fuller.length > 0) found.push(...(await fullyDiagnosed(context, fuller)).values());
  return new Map(found.flatMap(({ findings }) => findings.map((one) => [one.version, one] as const)));
}

/** What question versions are found to be. */
export const diagnosisOfVersion: BatchRead<string, Diagnosis | Withheld, null> = async (context, keys) => {
  const testOf = await testsOfVersions(context.database, keys);
  const found = await findingsFor(context, [...new Set(testOf.values())]);
  const visible = await context.visible();
  const wanted = keys.map((key) => found.get(key));
  await loadAhead(
    context,
    teamByKey,
    wanted.flatMap((one) => (one ? teamsNamedBy(one) : [])),
    null,
  );
  const shown = async (one: Finding | undefined): Promise<Diagnosis | Withheld> =>
    !one || (!visible.everyone && one.people < smallestGroup)
      ? withheld(`${capitalized(fewPeople)} people answered this question: too few to say anything of.`)
      : diagnosisOf(context, one, visible.everyone);
  return Promise.all(wanted.map(shown));
};

function teamsNamedBy({ team, lacking }: Finding): string[] {
  return [...(team === null ? [] : [team]), ...lacking.map((one) => one.team)];
}

async function diagnosisOf(context: RequestContext, found: Finding, exactly: boolean): Promise<Diagnosis> {
  const team = found.team === null ? null : await load(context, teamByKey, found.team, null);
  const lacking = await Promise.all(found.lacking.map((one) => load(context, teamByKey, one.team, null)));
  const shown = (figure: number): number => (exactly ? figure : Math.round(100 * figure) / 100);
  return Object.assign(new Diagnosis(), {
    verdict: found.verdict,
    probability: found.probability === null ? null : shown(found.probability),
    kind: found.kind,
    likelyKey: found.likelyKey,
    team,
    since: found.since === null ? null : new Date(found.since),
    decidedBy: found.decidedBy,
    reasons: reasonsOf(found, shown),
    remedy: remedyOf(found),
    people: found.people,
    summary: summaryOfFinding(
      found,
      lacking.flatMap((one) => one?.name ?? []),
    ),
  });
}
