import { globalId } from '../../shared/ids';
import type { Withheld } from '../disclosure/withheld.type';
import {
  dropOffOfRevision,
  leavingOfRevision,
  type Cut as PassagesCut,
} from '../exhaust/content-figures.loader';
import type { DropOffRate } from '../exhaust/drop-off.type';
import { pageByKey } from '../modules/module.loader';
import type { Module } from '../modules/module.type';
import type { Cut } from '../outcomes/cut';
import { failureOfRevision, sectionsOfRevision } from '../outcomes/failure-rate.loader';
import type { FailureRate } from '../outcomes/failure-rate.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import type { StuckPlace } from './stuck-place.type';
import { faultsAt } from './known-problems';
import {
  failingPlaces,
  leavingPlaces,
  withFaults,
  worstPlacesFirst,
  type SectionFigures,
} from './stuck-places';

/** How people fared with a revision, as it was known at a moment. */
export interface RevisionFigures {
  readonly failureRate: FailureRate | Withheld;
  readonly dropOffRate: DropOffRate | Withheld;
}

/** Of everybody in a revision by internal id; what is known at the moment of the context. */
export async function figuresOfRevision(context: RequestContext, revision: string): Promise<RevisionFigures> {
  const [failureRate, dropOffRate] = await Promise.all([
    load(context, failureOfRevision, revision, await cutFor(context, null)),
    load(context, dropOffOfRevision, revision, cutByTeam(null)),
  ]);
  return { failureRate, dropOffRate };
}

/** A revision of a module, internal id, and whose passage through it is meant: a team, internal id, or null for everybody. */
export interface TakenRevision {
  readonly module: Module;
  readonly revision: string;
  readonly team: string | null;
}

/** Where people are stuck in the revision as it was known at the moment of the context, worst first. */
export async function stuckPlaces(context: RequestContext, taken: TakenRevision): Promise<StuckPlace[]> {
  const { module, revision, team } = taken;
  const cut = await cutFor(context, team);
  const [sections, leaving] = await Promise.all([
    load(context, sectionsOfRevision, revision, { exempt: cut.exempt, team }),
    load(context, leavingOfRevision, revision, cutByTeam(team)),
  ]);
  const figures = await Promise.all(
    sections.map(async ({ pageKey, ...found }): Promise<SectionFigures> => ({
      ...found,
      page: await load(context, pageByKey, pageKey, null),
    })),
  );
  const places = worstPlacesFirst([...failingPlaces(module, figures), ...leavingPlaces(module, leaving)]);
  return Promise.all(
    places.map(async (place) => withFaults(place, await faultsAt(context, place, revision))),
  );
}

async function cutFor(context: RequestContext, team: string | null): Promise<Cut> {
  const { everyone } = await context.visible();
  return { exempt: everyone, team, section: null };
}

function cutByTeam(team: string | null): PassagesCut {
  return { team: team === null ? null : globalId('Team', team) };
}
