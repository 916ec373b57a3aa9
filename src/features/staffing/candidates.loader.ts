import { filterValues } from '../../graph/nouns/list';
import { Page, type Beyond, type Connection } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import { namesInWords } from '../../shared/words';
import { staffing } from '../access/policy';
import { sees, type Visible } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { asError, load, type BatchRead } from '../request/loaders';
import { refuseEarlier } from '../mastery/as-of';
import { conditionsOnSeen, openConditions, openPersonFilters } from '../people/people.list';
import { namedPerson } from '../people/people.store';
import { staffedBy } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import { candidateOf } from './candidate';
import type { Candidate } from './candidate.type';
import type { Among } from './candidates.read';
import { eligibleFor, eligibleLookedAt, rank, withReference } from './eligible';
import { cursorAt, fingerprintOfNeeds, refuseMoved, type Ranking } from './ranking';
import { weightsOfSeat } from './seat';
import { refuseUnseenSupposing } from './what-if.service';
import { freeShareOf, restOfProject } from './who-is-free';

interface CandidatesWanted extends Among {
  /** What the cursors belong to. */
  readonly question: string;
  readonly first: number;
  readonly ranking: Ranking;
}

/** Of which projects the viewer may see the candidates. */
export const candidatesShown: BatchRead<string, boolean, null> = async ({ database, viewer }, projects) =>
  projects.map(staffing.includes(viewer.role) ? await staffedBy(database, viewer) : () => false);

/** Candidates by project: who fits best first; a page is pinned to its date and calibration. */
export const candidatesOfProject: BatchRead<string, Connection<Candidate>, CandidatesWanted> = async (
  context,
  keys,
  wanted,
) => {
  const { question, ranking, first, ...among } = wanted;
  const allowed = await staffedBy(context.database, context.viewer);
  const ofProject = async (key: string): Promise<Connection<Candidate> | Error> => {
    if (!allowed(key)) {
      return new ForbiddenError(
        'Only the leads of the responsible team, hr and admin may see the candidates of this project.',
      );
    }
    return pageOf(context, key, { question, ranking, first, among }).catch(asError);
  };
  return Promise.all(keys.map(ofProject));
};

/** Whom an answer leaves out since the viewer does not see them. */
export interface LeftOut {
  /** In one sentence; null where nobody can be left out. */
  readonly why: string | null;
  /** How many they are. */
  readonly count: () => Promise<number>;
}

/** A page that says how many are left out of its list, where it is asked. */
export class CandidatePage extends Page<Candidate> {
  constructor(
    nodes: readonly Candidate[],
    cursors: (index: number) => string,
    beyond: Beyond,
    count: () => Promise<number>,
    readonly others: LeftOut,
  ) {
    super(nodes, cursors, beyond, count);
  }
}

const none = (): Promise<number> => Promise.resolve(0);
const nobody = new CandidatePage([], () => '', { before: false, after: false }, none, {
  why: null,
  count: none,
});

function conditionsGiven(filterBy: object | null): string[] {
  return Object.keys(filterValues(openPersonFilters, filterBy));
}

/** Why what is asked leaves those out whom the viewer does not see; null where it does not. Who is chosen is not left out. */
function whyLeftOut(visible: Visible, { filterBy, whatIf, onlySeen }: Among): string | null {
  if (whatIf.people || visible.everyone) return null;
  const asking = [
    ...(onlySeen ? ['requirements'] : []),
    ...conditionsOnSeen(visible, conditionsGiven(filterBy)),
  ];
  if (asking.length === 0) return null;
  return `Whoever is not yours to see is left out, since ${namesInWords(asking)} would tell of them what is not yours to see: \`leftOut\` counts them.`;
}

/** Who meets every condition that is asked of everybody, and is left out by one that is asked of those alone whom the viewer sees. */
export async function leftOut(context: RequestContext, project: string, among: Among): Promise<LeftOut> {
  const visible = await context.visible();
  const why = whyLeftOut(visible, among);
  const open = { ...among, filterBy: openConditions(among.filterBy), onlySeen: false };
  const count = async (): Promise<number> => {
    const all = await load(context, eligibleLookedAt, project, open);
    return all.filter((person) => !sees(visible, person)).length;
  };
  return { why, count: why === null ? none : count };
}

interface PageWanted extends Pick<CandidatesWanted, 'question' | 'ranking' | 'first'> {
  readonly among: Among;
}

/** A page of one project's candidates; each of them is looked at by this, and with a total everybody eligible. */
async function pageOf(
  context: RequestContext,
  project: string,
  { question, ranking, first, among }: PageWanted,
): Promise<Connection<Candidate>> {
  const { asOf, after } = ranking;
  const [states, plans, eligible, visible] = await Promise.all([
    context.states(),
    context.plans(),
    load(context, eligibleFor, project, among),
    context.visible(),
  ]);
  if (!eligible) return nobody;
  const { whatIf, onlySeen } = among;
  if (onlySeen && whatIf.people) refuseUnseenSupposing(visible, 'people', whatIf.people);
  const needs = eligible.requirements.map((row) => withReference(row, states.referenceOf(row.skillKey)));
  const { replacing } = whatIf;
  const seat =
    replacing === null
      ? { weights: needs.map(({ importance }) => importance), latest: null }
      : await weightsOfSeat(context, { states, plans }, needs, { project, replacing, asOf, onlySeen });
  const { weights } = seat;
  const wanted = { needs, weights, asOf, after: after?.key, most: first + 1 };
  const { best, latest: latestRanked } = await rank(context, states, eligible, wanted);
  const latest = laterOf(latestRanked, seat.latest);
  const weighed = needs.map((need, at) => ({ ...need, importance: weights[at] ?? 0 }));
  const rankedBy = { calibration: states.calibration.number, needs: fingerprintOfNeeds(weighed) };
  const everybody = (): Promise<readonly string[]> => load(context, eligibleLookedAt, project, among);
  try {
    refuseMoved(ranking, rankedBy, latest);
    refuseEarlier(asOf, latest ?? asOf, context.now);
  } catch (refusal) {
    // That it is refused tells when somebody's latest evidence happened.
    await everybody();
    throw refusal;
  }
  const ranked = best.slice(0, first);
  const requirements = needs.map(requirementOf);
  const dates = plans.projectNamed(project) ?? { from: null, to: null };
  const rest = restOfProject(dates, asOf);
  const others = await leftOut(context, project, among);
  const shown = new CandidatePage(
    ranked.map((one) =>
      candidateOf(namedPerson(one.person), one, needs, requirements, {
        ...{ asOf, start: dates.from, rules: context.rules },
        isSeen: sees(visible, one.key),
        freeShare: () => rest && freeShareOf({ states, plans }, one.key, rest, project),
      }),
    ),
    (index) => cursorAt(context, question, ranking, rankedBy, ranked[index]?.key ?? ''),
    {
      before: false,
      after: best.length > first,
      onlyVisible: others.why !== null,
    },
    async () => (await everybody()).length,
    others,
  );
  for (const { person } of shown.nodes) context.looks.add('staffing', person.key);
  return shown;
}

function laterOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
