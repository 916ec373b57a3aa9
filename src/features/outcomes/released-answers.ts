import { teamsOfPeople } from '../people/membership.loader';
import { loadAhead, type BatchRead } from '../request/loaders';
import type { RequestContext } from '../request/context';
import { inSlices } from '../../shared/slices';
import { answersToVersions, askedVersions, visitsBegun } from './answers.read';
import { askedByRevisions, type AskedOnPage } from './asking.read';
import { cellsOf, type AnswerOfVersion } from './cells';

/** The first answers to a version by the revision in which they were given, internal ids; '' for none. */
export type AnswersByRevision = ReadonlyMap<string, readonly AnswerOfVersion[]>;

/** By internal id of the version. */
export const answersByRevision: BatchRead<string, AnswersByRevision, { readonly exempt: boolean }> = async (
  context,
  versions,
  { exempt },
) => {
  const { database, request, gone, now } = context;
  const asked = await askedVersions(database, versions);
  await request.hold?.([...asked.values()].reduce((sum, { answers }) => sum + answers, 0));
  const answers = await answersToVersions(database, versions, gone);
  const shared = [...asked.values()].filter(({ askedBy }) => askedBy.length > 1);
  const visits = await visitsBegun(database, [
    ...new Set(shared.flatMap(({ askedBy }) => askedBy.map(({ revision }) => revision))),
  ]);
  const people = new Set([...answers.values()].flatMap((given) => given.map(({ person }) => person)));
  const teamAt = await teamsOfPeople(context, people);
  const cells: AnswersByRevision[] = [];
  for (const version of versions) {
    const askedBy = asked.get(version)?.askedBy ?? [];
    const asking = new Set(askedBy.map(({ revision }) => revision));
    const visitsOf = (person: string) =>
      askedBy.length > 1 ? (visits.get(person) ?? []).filter(({ revision }) => asking.has(revision)) : [];
    const known = { version, answers: answers.get(version) ?? [], askedBy, visitsOf, teamAt };
    cells.push(await inSlices(cellsOf(known, { exempt, now }), gone));
  }
  return cells;
};

/** What each revision asks, in the order of its pages, by internal id. */
export const askedByRevision: BatchRead<string, readonly AskedOnPage[], null> = async (
  { database },
  revisions,
) => {
  const asked = await askedByRevisions(database, revisions);
  return revisions.map((revision) => asked.get(revision) ?? []);
};

/**
 * The first answers to the questions of revisions, given in these, by internal id of the revision: everything for who may
 * see the individuals behind them (`exempt`), what is released of them for everybody else.
 */
export async function releasedAnswers(
  context: RequestContext,
  { revisions }: { readonly revisions: readonly string[] },
  exempt: boolean,
): Promise<Map<string, AnswerOfVersion[]>> {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const versions = [...asked.values()].flatMap((questions) => questions.map(({ version }) => version));
  const cells = await loadAhead(context, answersByRevision, versions, { exempt });
  return new Map(
    [...asked].map(([revision, questions]) => [
      revision,
      [...new Set(questions.map(({ version }) => version))].flatMap(
        (version) => cells.get(version)?.get(revision) ?? [],
      ),
    ]),
  );
}
