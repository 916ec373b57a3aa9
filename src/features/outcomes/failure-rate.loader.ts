import { inSlices, mapInSlices } from '../../shared/slices';
import { currentCalibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { fewPeople, withheld } from '../disclosure/disclosure';
import { roundingFor } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import { pageByKey } from '../modules/module.loader';
import { teamsWithin } from '../people/membership.loader';
import { questionVersionByKey } from '../questions/question.loader';
import type { RequestContext } from '../request/context';
import { KeptFigures } from '../request/kept-figures';
import { load, loadAhead, type BatchRead } from '../request/loaders';
import type { AskedOnPage } from './asking.read';
import type { AnswerOfVersion } from './cells';
import { noRevision } from './counting-answer';
import type { Cut, Whose } from './cut';
import {
  failureRate,
  sectionsBesideExpected,
  type QuestionAsked,
  type SectionBesideExpected,
} from './failure-shown';
import type { FailureRate } from './failure-rate.type';
import { judged, type JudgedAnswer } from './judged-answers';
import { keptOfRevisions, type MadeOf } from './kept-outcomes';
import { answersByRevision, askedByRevision, releasedAnswers } from './released-answers';

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
  const shown = given.exempt ? 'everything' : 'released';
  const cells = await loadAhead(context, answersByRevision, versions, { shown });
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

class KeptFailures extends KeptFigures<Failure> {}
class KeptSections extends KeptFigures<readonly SectionBesideExpected[]> {}

export const failureOfRevision: BatchRead<string, Failure, Cut> = async (context, revisions, cut) => {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const found = await keptOfAnswers(context, revisions, cut, KeptFailures, async (answersOf) => {
    const shown = await showing(context, cut);
    return (revision) => shown(answersOf(revision), asked.get(revision) ?? []);
  });
  return revisions.map((revision) => found.get(revision) ?? withheld(nothingAsked));
};

/** How people fared with each section of revisions, beside what their other answers let expect; of all sections. */
export const sectionsOfRevision: BatchRead<string, readonly SectionBesideExpected[], Whose> = async (
  context,
  revisions,
  whose,
) => {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const found = await keptOfAnswers(
    context,
    revisions,
    { ...whose, section: null },
    KeptSections,
    async (answersOf) => {
      const inTeam = await inTeamOf(context, whose);
      const rounding = roundingFor({ everyone: whose.exempt });
      return (revision) =>
        sectionsBesideExpected(inTeam(answersOf(revision)), asked.get(revision) ?? [], rounding);
    },
  );
  return revisions.map((revision) => found.get(revision) ?? []);
};

type AnswersOf = (revision: string) => readonly JudgedAnswer[];

/** Figures on the answers given in revisions, kept or found from these. */
async function keptOfAnswers<Figure extends object>(
  context: RequestContext,
  revisions: readonly string[],
  cut: Cut,
  kind: new () => KeptFigures<Figure>,
  finding: (answersOf: AnswersOf) => Promise<(revision: string) => Figure>,
): Promise<Map<string, Figure>> {
  const { exempt, team } = cut;
  const teams = team === null ? [] : [...(await load(context, teamsWithin, team, null))].sort();
  const madeOf: MadeOf = { shown: exempt ? 'everything' : 'released', beside: () => [cut, teams] };
  const kept = context.background.keep(kind);
  return keptOfRevisions(context, revisions, kept, madeOf, async (missing) => {
    const answers = await loadAhead(context, judgedOfRevision, missing, { exempt });
    const find = await finding((revision) => answers.get(revision) ?? []);
    const found = await mapInSlices(missing, (key) => [key, find(key)] as const, context.gone);
    return new Map(found);
  });
}

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
  const inTeam = await inTeamOf(context, { exempt, team });
  return (answers, of) => {
    const inTeams = inTeam(answers);
    const questions = 'options' in of ? of : of.filter((one) => section === null || one.section === section);
    const meant = 'options' in questions ? undefined : new Set(questions.map(({ version }) => version));
    const given = meant ? inTeams.filter(({ version }) => meant.has(version)) : inTeams;
    if (given.length > 0) return failureRate(given, questions, roundingFor({ everyone: exempt }));
    if (meant?.size === 0) return withheld(nothingAsked);
    return withheld(
      exempt
        ? 'Nobody has answered there.'
        : `Of the answers there those of ${fewPeople} people can be shown: too few to say anything of.`,
    );
  };
}

const nothingAsked = 'No question is asked there.';

/** Those of answers that people of a team gave. */
async function inTeamOf(
  context: RequestContext,
  { team }: Whose,
): Promise<(answers: readonly JudgedAnswer[]) => readonly JudgedAnswer[]> {
  const teams = team === null ? undefined : await load(context, teamsWithin, team, null);
  return (answers) =>
    teams ? answers.filter((one) => one.team !== undefined && teams.has(one.team)) : answers;
}
