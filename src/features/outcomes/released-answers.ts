import { teamsOfPeople } from '../people/membership.loader';
import { loadAhead, type BatchRead } from '../request/loaders';
import type { RequestContext } from '../request/context';
import { inSlices } from '../../shared/slices';
import {
  answersToVersions,
  askedVersions,
  visitsBegun,
  type AskingRevision,
  type GivenAnswer,
} from './answers.read';
import { askedByRevisions, type AskedOnPage } from './asking.read';
import { cellsOf, type AnswerOfVersion, type Shown } from './cells';

/** The first answers to a version by the revision in which they were given, internal ids; '' for none. */
export type AnswersByRevision = ReadonlyMap<string, readonly AnswerOfVersion[]>;

/** Everything that is known of a version at any moment: its answers, and the revisions that ask it. */
export interface AnsweredVersion {
  readonly answers: readonly GivenAnswer[];
  readonly askedBy: readonly AskingRevision[];
}

/** By internal id of the version. The same at every moment. */
export const answeredVersion: BatchRead<string, AnsweredVersion, null> = async (context, versions) => {
  const { database, request, gone } = context;
  const asked = await askedVersions(database, versions);
  await request.hold?.([...asked.values()].reduce((sum, { answers }) => sum + answers, 0));
  const answers = await answersToVersions(database, versions, gone);
  return versions.map((version) => ({
    answers: answers.get(version) ?? [],
    askedBy: asked.get(version)?.askedBy ?? [],
  }));
};

/** By internal id of the version. */
export const answersByRevision: BatchRead<string, AnswersByRevision, { readonly shown: Shown }> = async (
  context,
  versions,
  { shown },
) => {
  const { database, gone, now } = context;
  const answered = await loadAhead(context, answeredVersion, versions, null);
  const shared = [...answered.values()].filter(({ askedBy }) => askedBy.length > 1);
  const visits = await visitsBegun(database, [
    ...new Set(shared.flatMap(({ askedBy }) => askedBy.map(({ revision }) => revision))),
  ]);
  const people = new Set(
    [...answered.values()].flatMap(({ answers }) => answers.map(({ person }) => person)),
  );
  const teamAt = await teamsOfPeople(context, people);
  const cells: AnswersByRevision[] = [];
  for (const version of versions) {
    const { answers = [], askedBy = [] } = answered.get(version) ?? {};
    const asking = new Set(askedBy.map(({ revision }) => revision));
    const visitsOf = (person: string) =>
      askedBy.length > 1 ? (visits.get(person) ?? []).filter(({ revision }) => asking.has(revision)) : [];
    const known = { version, answers, askedBy, visitsOf, teamAt };
    cells.push(await inSlices(cellsOf(known, { shown, now }), gone));
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
  return firstAnswers(context, revisions, exempt ? 'everything' : 'released');
}

/** The same, as they are shown. */
export async function firstAnswers(
  context: RequestContext,
  revisions: readonly string[],
  shown: Shown,
): Promise<Map<string, AnswerOfVersion[]>> {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const versions = [...asked.values()].flatMap((questions) => questions.map(({ version }) => version));
  const cells = await loadAhead(context, answersByRevision, versions, { shown });
  return new Map(
    [...asked].map(([revision, questions]) => [
      revision,
      [...new Set(questions.map(({ version }) => version))].flatMap(
        (version) => cells.get(version)?.get(revision) ?? [],
      ),
    ]),
  );
}
