import type { z } from 'zod';
import type { Reference } from '../../graph/nouns/identity';
import type { Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import { Batch, notFound, Rejection } from '../../shared/items';
import type { RequestContext } from '../request/context';
import { replaceRelated, type Saved } from '../nouns/saving';
import { saveHierarchical, type HierarchicalNoun } from '../nouns/saving-hierarchy';
import { personIdentity } from '../people/people.store';
import { questionIdentity } from '../questions/question.store';
import { versionsToAsk, type WantedVersion } from './asking.store';
import { changed, fingerprintOf, nothing, type ContentChange, type PageContent } from './content';
import { moduleCheck, type ModuleInput } from './module.input';
import { authorsOfModules, moduleIdentity, prerequisitesOfModules } from './module.store';
import type { CheckedPage } from './page.input';
import { currentContents, publish, type CurrentContent, type Publication } from './publishing.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

/** Items for the same module apply in order, each to the state that the one before left. */
export async function saveModules({ database, now }: Given, items: readonly ModuleInput[]): Promise<Saved> {
  const checked = Batch.check(items, moduleCheck);
  return database.transaction((tx) => saveCheckedModules(tx, checked, now));
}

/** The same of checked items, in a transaction that goes on. */
export async function saveCheckedModules(
  tx: Queries,
  checked: Batch<CheckedModule>,
  now: number,
): Promise<Saved> {
  const people = await personIdentity.resolve(
    tx,
    checked.good.flatMap(({ value }) => value.authors ?? []),
  );
  const complete = await withContents(tx, checked, people);
  const { saved, batch, keys } = await saveHierarchical(tx, hierarchicalModules, complete, now);
  const authorsOf = ({ authors }: CompleteModule) => authors?.flatMap((author) => people.get(author) ?? []);
  await replaceRelated(tx, authorsOfModules, batch, keys, authorsOf, now);
  // Saving has locked the modules: no other transaction publishes until this one ends.
  await publishChanges(
    tx,
    batch.good.map(({ value }, position) => ({ ...value, module: keys[position] ?? '' })),
    now,
  );
  return saved;
}

type CheckedModule = z.output<typeof moduleCheck>;
type CompleteModule = Omit<CheckedModule, 'pages'> & { readonly pages: PageContent[] | undefined };

const hierarchicalModules: HierarchicalNoun<CompleteModule> = {
  identity: moduleIdentity,
  fields: [
    {
      name: 'prerequisites',
      relation: prerequisitesOfModules,
      listOf: ({ prerequisites }) => prerequisites,
    },
  ],
  propertiesOf: ({ name, description, expectedMinutes }) => ({ name, description, expectedMinutes }),
};

/** The items whose authors and questions exist, with the versions that their pages ask. */
async function withContents(
  tx: Queries,
  checked: Batch<CheckedModule>,
  people: ReadonlyMap<Reference, string>,
): Promise<Batch<CompleteModule>> {
  const contentOf = await pagesResolver(
    tx,
    checked.good.flatMap(({ value }) => value.pages ?? []),
  );
  return checked.map(({ value }) => {
    if (value.authors?.some((author) => !people.has(author))) return notFound('authors: one of the people');
    const pages = value.pages && contentOf(value.pages);
    return pages instanceof Rejection ? pages : { ...value, pages };
  });
}

async function publishChanges(
  tx: Queries,
  items: readonly (CompleteModule & { readonly module: string })[],
  now: number,
): Promise<void> {
  const changes = items.flatMap(({ module, pages, resources, revision, note, assignedAtRandom }) =>
    pages || resources ? [{ module, change: { pages, resources }, revision, note, assignedAtRandom }] : [],
  );
  const contents = await currentContents(tx, [...new Set(changes.map(({ module }) => module))]);
  await publish(tx, publicationsOf(contents, changes, now), now);
}

/** Looks up what pages ask; a page that asks what is not there is refused by the place of the question. */
async function pagesResolver(
  tx: Queries,
  pages: readonly CheckedPage[],
): Promise<(pages: readonly CheckedPage[]) => PageContent[] | Rejection> {
  const asked = pages.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
  const questions = await questionIdentity.resolve(
    tx,
    asked.map(({ question }) => question),
  );
  const wantedOf = (one: { question: Reference; version: number | null }): WantedVersion[] => {
    const question = questions.get(one.question);
    return question === undefined ? [] : [{ question, number: one.version }];
  };
  const versionOf = await versionsToAsk(tx, asked.flatMap(wantedOf));

  return (given) => {
    const contents: PageContent[] = [];
    for (const [number, { sections, ...page }] of given.entries()) {
      const asks: { section: string | null; version: string }[] = [];
      for (const [place, { title, questions: ofSection }] of sections.entries()) {
        for (const [position, one] of ofSection.entries()) {
          const [wanted] = wantedOf(one);
          const version = wanted && versionOf(wanted);
          if (version === undefined) {
            const where = `pages.${String(number)}.sections.${String(place)}.questions.${String(position)}`;
            return notFound(`${where}: ${wanted ? 'this version of the question' : 'the question'}`);
          }
          asks.push({ section: title, version });
        }
      }
      contents.push({ ...page, asks });
    }
    return contents;
  };
}

/** What an item makes of a module's content. */
interface RevisionChange {
  readonly module: string;
  readonly change: ContentChange;
  /** The revision that this is, where the item says so. */
  readonly revision: number | null | undefined;
  readonly note: string | null | undefined;
  readonly assignedAtRandom: boolean | null | undefined;
}

/** The revisions that changes make, one after the other; a change to the same content makes none. */
function publicationsOf(
  contents: readonly CurrentContent[],
  changes: readonly RevisionChange[],
  publishedAt: number,
): Publication[] {
  const current = new Map(contents.map((content) => [content.module, content]));
  return changes.flatMap(({ module, change, revision, note = null, assignedAtRandom }) => {
    const before = current.get(module) ?? { ...nothing, module, number: 0 };
    if (revision != null && revision <= before.number) return [];
    const after = changed(before, change);
    if (fingerprintOf(before) === fingerprintOf(after)) return [];
    const next = { ...after, module, number: before.number + 1 };
    current.set(module, next);
    return [{ ...next, revision: newKey(), note, assignedAtRandom: assignedAtRandom ?? false, publishedAt }];
  });
}
