import { inSlices } from '../../shared/slices';
import { currentCalibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { fewPeople, withheld } from '../disclosure/disclosure';
import { roundingFor } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import { pageByKey } from '../modules/module.loader';
import { teamsWithin } from '../people/membership.loader';
import { questionVersionByKey } from '../questions/question.loader';
import type { RequestContext } from '../request/context';
import { load, loadAhead, type BatchRead } from '../request/loaders';
import type { AskedOnPage } from './asking.read';
import type { AnswerOfVersion } from './cells';
import { noRevision } from './counting-answer';
import { failureRate, type QuestionAsked } from './failure-shown';
import type { FailureRate } from './failure-rate.type';
import { judged, type JudgedAnswer } from './judged-answers';
import { answersByRevision, askedByRevision, releasedAnswers } from './released-answers';

/** Which answers a figure is made of. */
export interface Cut {
  /** Whether the viewer may see the individuals. */
  readonly exempt: boolean;
  /** Internal id; null for everybody. */
  readonly team: string | null;
  /** Title; null for every section. */
  readonly section: string | null;
}

type Exempt = Pick<Cut, 'exempt'>;
type Failure = FailureRate | Withheld;

/** The answers given in revisions, judged by each other, by internal id of the revision. */
export const judgedOfRevision: BatchRead<string, readonly JudgedAnswer[], Exempt> = async (
  context,
  revisions,
  { exempt },
) => {
  const answers = await releasedAnswers(context, { revisions }, exempt);
  return judgedEach(
    context,
    revisions.map((revision) => answers.get(revision) ?? []),
  );
};

/** The answers to versions in whichever revision, by internal id of the version; those that no page asked by the prior. */
const judgedOfVersion: BatchRead<string, readonly JudgedAnswer[], Exempt> = async (
  context,
  versions,
  given,
) => {
  const cells = await loadAhead(context, answersByRevision, versions, given);
  const revisions = [...cells.values()].flatMap((byRevision) =>
    [...byRevision.keys()].filter((one) => one !== noRevision),
  );
  const inRevisions = await loadAhead(context, judgedOfRevision, revisions, given);
  const alone = await judgedEach(
    context,
    versions.map((version) => cells.get(version)?.get(noRevision) ?? []),
  );
  return versions.map((key, place) => [
    ...[...(cells.get(key)?.keys() ?? [])].flatMap((revision) =>
      (inRevisions.get(revision) ?? []).filter(({ version }) => version === key),
    ),
    ...(alone[place] ?? []),
  ]);
};

async function judgedEach(
  { database, gone }: RequestContext,
  groups: readonly (readonly AnswerOfVersion[])[],
): Promise<JudgedAnswer[][]> {
  const versions = new Set(groups.flatMap((answers) => answers.map(({ version }) => version)));
  if (versions.size === 0) return groups.map(() => []);
  const calibration = await currentCalibration(database);
  const readings = new Readings([calibration]);
  await readings.learn(database, versions, []);
  const judgedGroups: JudgedAnswer[][] = [];
  for (const answers of groups)
    judgedGroups.push(await inSlices(judged(answers, readings.versions, calibration), gone));
  return judgedGroups;
}

export const failureOfRevision: BatchRead<string, Failure, Cut> = async (context, revisions, cut) => {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const answers = await loadAhead(context, judgedOfRevision, revisions, { exempt: cut.exempt });
  const shown = await showing(context, cut);
  return revisions.map((revision) => shown(answers.get(revision) ?? [], asked.get(revision) ?? []));
};

export const failureOfPage: BatchRead<string, Failure, Cut> = async (context, keys, cut) => {
  const pages = await loadAhead(context, pageByKey, keys, null);
  const revisions = [...pages.values()].flatMap((page) => page?.revisionKey ?? []);
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const answers = await loadAhead(context, judgedOfRevision, revisions, { exempt: cut.exempt });
  const shown = await showing(context, cut);
  return keys.map((key) => {
    const revision = pages.get(key)?.revisionKey ?? '';
    const onPage = (asked.get(revision) ?? []).filter(({ page }) => page === key);
    return shown(answers.get(revision) ?? [], onPage);
  });
};

export const failureOfVersion: BatchRead<string, Failure, Cut> = async (context, keys, cut) => {
  const versions = await loadAhead(context, questionVersionByKey, keys, null);
  const answers = await loadAhead(context, judgedOfVersion, keys, { exempt: cut.exempt });
  const calibration = await currentCalibration(context.database);
  const readings = new Readings([calibration]);
  await readings.learn(context.database, keys, []);
  const shown = await showing(context, cut);
  return keys.map((key) => {
    const { options = [], answerKey = null } = versions.get(key) ?? {};
    const { difficulty, discrimination } =
      readings.versions.get(key)?.questions.get(calibration.number) ?? {};
    return shown(answers.get(key) ?? [], { options, answerKey, difficulty, discrimination });
  });
};

async function showing(
  context: RequestContext,
  { exempt, team, section }: Cut,
): Promise<(answers: readonly JudgedAnswer[], of: readonly AskedOnPage[] | QuestionAsked) => Failure> {
  const teams = team === null ? undefined : await load(context, teamsWithin, team, null);
  return (answers, of) => {
    const inTeams = teams ? answers.filter((one) => one.team !== undefined && teams.has(one.team)) : answers;
    const questions = 'options' in of ? of : of.filter((one) => section === null || one.section === section);
    const meant = 'options' in questions ? undefined : new Set(questions.map(({ version }) => version));
    const given = meant ? inTeams.filter(({ version }) => meant.has(version)) : inTeams;
    if (given.length > 0) return failureRate(given, questions, roundingFor({ everyone: exempt }));
    if (meant?.size === 0) return withheld('No question is asked there.');
    return withheld(
      exempt
        ? 'Nobody has answered there.'
        : `Of the answers there those of ${fewPeople} people can be shown: too few to say anything of.`,
    );
  };
}
