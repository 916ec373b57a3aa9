import { keyOfGlobalId } from '../../shared/ids';
import { inSlices, mapInSlices, takeTurns } from '../../shared/slices';
import { fewPeople, withheld } from '../disclosure/disclosure';
import { roundingFor, type Rounding } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import { teamsWithin } from '../people/membership.loader';
import { inOrderOf, load, loadAhead, type BatchRead } from '../request/loaders';
import type { RequestContext } from '../request/context';
import { KeptFigures } from '../request/kept-figures';
import { capitalized } from '../../shared/words';
import { currentRevisionOf } from '../modules/module.loader';
import { revisionOf } from '../modules/revision.store';
import type { Revision } from '../modules/revision.type';
import { dropOffRate, leaving } from './drop-off';
import type { DropOffRate, StandOut } from './drop-off.type';
import { expectedMinutes, numberedRevisions, pagesOfRevisions, type PageAsking } from './pages.read';
import { releasedPassages } from './passages';
import type { PersonPassage } from './passage-of-person';
import { timeToCompletion } from './time-to-completion';
import type { TimeToCompletion } from './time-to-completion.type';

/** What figures on a revision are made of. */
export interface RevisionPassages {
  /** A text that is another one for whatever else they are; undefined where there are none. */
  readonly mark: string | undefined;
  /** Of the people asked for, as they are released. */
  readonly passages: readonly PersonPassage[];
  /** Up to when what became known of each of them may go into a figure, by internal id; epoch milliseconds. */
  readonly knownBy: ReadonlyMap<string, number>;
  readonly pages: readonly PageAsking[];
}

/** Which people of a revision a figure is about. */
export interface Cut {
  /** Global id of a team; null for everybody. */
  readonly team: string | null;
}

/** The pages of each revision, in order. */
const pagesOfRevision: BatchRead<string, readonly PageAsking[], null> = async ({ database }, revisions) => {
  const pages = await pagesOfRevisions(database, revisions);
  return revisions.map((revision) => pages.get(revision) ?? []);
};

/** The passages of a revision, cut by team, with its pages. */
export const passagesOfRevision: BatchRead<string, RevisionPassages, Cut> = async (
  context,
  revisions,
  { team },
) => {
  const [released, pages, within] = await Promise.all([
    releasedPassages(context, revisions),
    loadAhead(context, pagesOfRevision, revisions, null),
    teamsOfCut(context, team),
  ]);
  const cut = within === undefined ? [] : [...within].sort();
  return revisions.map((revision) => {
    const { mark, groups: ofAll = [] } = released.get(revision) ?? {};
    const groups = ofAll.filter(
      (group) => within === undefined || (group.team !== undefined && within.has(group.team)),
    );
    return {
      mark: mark && [mark, team === null ? 'everybody' : 'team', ...cut].join(' '),
      passages: groups.flatMap(({ passages }) => passages),
      knownBy: new Map(
        groups.flatMap(({ upTo, passages }) => passages.map(({ person }) => [person, upTo] as const)),
      ),
      pages: pages.get(revision) ?? [],
    };
  });
};

/** The team and all within it; undefined where nobody is left out. None of a team that is not there. */
async function teamsOfCut(
  context: RequestContext,
  team: string | null,
): Promise<ReadonlySet<string> | undefined> {
  if (team === null) return undefined;
  const key = keyOfGlobalId('Team', team);
  return key === undefined ? new Set() : load(context, teamsWithin, key, null);
}

class KeptDropOffs extends KeptFigures<DropOffRate> {}
class KeptLeaving extends KeptFigures<readonly StandOut[]> {}

/** How people leave each revision. */
export const dropOffOfRevision: BatchRead<string, DropOffRate | Withheld, Cut> = async (
  context,
  revisions,
  cut,
) => {
  const found = await foundOfPassages(context, revisions, cut, KeptDropOffs, dropOffRate);
  return found.map((figure) => figure ?? tooFew('people visited this'));
};

/** The pages and minutes of each revision where significantly more leave than around them. */
export const leavingOfRevision: BatchRead<string, readonly StandOut[], Cut> = async (
  context,
  revisions,
  cut,
) => {
  const found = await foundOfPassages(context, revisions, cut, KeptLeaving, leaving);
  return found.map((places) => places ?? []);
};

/** What is found of the passages through each revision, or was before; undefined where nobody's are released. */
async function foundOfPassages<Figure extends object>(
  context: RequestContext,
  revisions: readonly string[],
  cut: Cut,
  kind: new () => KeptFigures<Figure>,
  find: (
    passages: readonly PersonPassage[],
    pages: readonly PageAsking[],
    rounding: Rounding,
  ) => Generator<void, Figure>,
): Promise<(Figure | undefined)[]> {
  const { background, gone } = context;
  const visible = await context.visible();
  const rounding = roundingFor(visible);
  const of = await loadAhead(context, passagesOfRevision, revisions, cut);
  const kept = background.keep(kind);
  const figures: (Figure | undefined)[] = [];
  for (const revision of revisions) {
    const { mark, passages = [], pages = [] } = of.get(revision) ?? {};
    const name = JSON.stringify([mark, visible.everyone, pages]);
    figures.push(
      passages.length === 0
        ? undefined
        : await kept.of(name, () => inSlices(find(passages, pages, rounding), gone)),
    );
    await takeTurns(gone);
  }
  return figures;
}

/** How long people take to complete each revision. */
export const timeOfRevision: BatchRead<string, TimeToCompletion | Withheld, Cut> = async (
  context,
  revisions,
  cut,
) => {
  const expected = await loadAhead(context, expectedMinutesOf, revisions, null);
  const rounding = roundingFor(await context.visible());
  const passages = await loadAhead(context, passagesOfRevision, revisions, cut);
  return mapInSlices(
    revisions,
    (revision) =>
      timeToCompletion(passages.get(revision)?.passages ?? [], expected.get(revision) ?? null, rounding) ??
      tooFew('people completed this'),
    context.gone,
  );
};

/** A revision of each module by its number; null: the current one. Null where there is none. */
export const revisionOfModule: BatchRead<
  string,
  Revision | null,
  { readonly number: number | null }
> = async (context, modules, { number }) => {
  if (number === null)
    return Promise.all(modules.map((module) => load(context, currentRevisionOf, module, null)));
  return inOrderOf(
    modules,
    await numberedRevisions(context.database, modules, number),
    ({ module }) => module,
    revisionOf,
    () => null,
  );
};

/** Module.expectedMinutes of each revision's module; null where not stated. */
const expectedMinutesOf: BatchRead<string, number | null, null> = async ({ database }, revisions) =>
  inOrderOf(
    revisions,
    await expectedMinutes(database, revisions),
    ({ revision }) => revision,
    ({ minutes }) => minutes,
    () => null,
  );

/** Withheld, since fewer than five did what a figure is about. */
export function tooFew(did: string): Withheld {
  return withheld(`${capitalized(fewPeople)} ${did}, as far as is released: too few to say anything of.`);
}
