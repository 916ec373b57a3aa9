import { learningGainSteps, meanLevel, type LearningGain as Found } from '../../estimators/learning-gain';
import { quantile } from '../../estimators/quantiles';
import { inSlices } from '../../shared/slices';
import { currentCalibration, readingsOfSkills, referenceWith } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { VisitState } from '../capture/visit-state';
import { fewPeople, smallestGroup, withheld } from '../disclosure/disclosure';
import { roundingFor } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import { releasedPassages } from '../exhaust/passages';
import { moduleByKey, revisionByKey } from '../modules/module.loader';
import { teamsWithin } from '../people/membership.loader';
import type { RequestContext } from '../request/context';
import { load, loadAhead, type BatchRead } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Whose } from './cut';
import { LearningGain, SkillGain } from './learning-gain.type';
import { summaryOfGain, summaryOfSkillGain } from './learning-summary';
import { askedByRevision, firstAnswers } from './released-answers';
import { taughtPeople, type AnsweredRevision, type Looked, type TaughtPeople } from './taught-people';
import { teachingPages } from './teaching-pages';

/** What was asked and answered in revisions, by internal id: to be released by whoever makes a figure of it. */
export async function answeredRevisions(
  context: RequestContext,
  revisions: readonly string[],
  { exempt }: Whose,
): Promise<Map<string, AnsweredRevision>> {
  const asked = await loadAhead(context, askedByRevision, revisions, null);
  const pages = await loadAhead(context, teachingPages, revisions, null);
  const answers = await firstAnswers(context, revisions, exempt ? 'everything' : 'known');
  return new Map(
    revisions.map((revision) => [
      revision,
      {
        asked: asked.get(revision) ?? [],
        pages: pages.get(revision) ?? [],
        answers: answers.get(revision) ?? [],
      },
    ]),
  );
}

/** Whose answers are looked at. */
export async function lookedAt(
  context: RequestContext,
  { exempt, team }: Whose,
): Promise<Pick<Looked, 'exempt' | 'teams' | 'now'>> {
  const teams = team === null ? undefined : await load(context, teamsWithin, team, null);
  return { exempt, teams, now: context.now };
}

/** What people learned in revisions, by internal id. */
export const learningGainOfRevision: BatchRead<string, LearningGain | Withheld, Whose> = async (
  context,
  revisions,
  whose,
) => {
  const { database, gone } = context;
  const answered = await answeredRevisions(context, revisions, whose);
  const calibration = await currentCalibration(database);
  const readings = new Readings([calibration]);
  await readings.learn(
    database,
    [...answered.values()].flatMap(({ asked }) => asked.map(({ version }) => version)),
    [],
  );
  const skillsOf = ({ asked }: AnsweredRevision): string[] => [
    ...new Set(asked.flatMap(({ version }) => readings.versions.get(version)?.skills ?? [])),
  ];
  const references = await readingsOfSkills(database, [...answered.values()].flatMap(skillsOf), [
    calibration,
  ]);
  const hours = await hoursOfRevisions(context, revisions);
  const looked = await lookedAt(context, whose);
  const { share } = roundingFor({ everyone: whose.exempt });
  const shown: (LearningGain | Withheld)[] = [];
  for (const revision of revisions) {
    const one = answered.get(revision);
    const { module = '', taken } = hours.get(revision) ?? {};
    const gainIn = async (
      skill?: string,
    ): Promise<(TaughtPeople & { readonly found: Found }) | undefined> => {
      if (!one) return undefined;
      const steps = taughtPeople(one, { ...looked, skill, both: true }, readings, calibration);
      const taught = await inSlices(steps, gone);
      const found = await inSlices(learningGainSteps(taught.people), gone);
      return found && { ...taught, found };
    };
    const all = await gainIn();
    if (!one || !all) {
      shown.push(
        withheld(
          `${whyNone(whose.exempt)} answered its questions before and after what it teaches: too few to compare.`,
        ),
      );
      continue;
    }
    const skills: SkillGain[] = [];
    for (const key of skillsOf(one)) {
      const ofSkill = await gainIn(key);
      const skill = await load(context, skillByKey, key, null);
      if (!ofSkill || !skill) continue;
      const { before, after, gain } = ofSkill.found;
      const reference = referenceWith(references.get(key), calibration);
      const figures = {
        ...{ skillKey: key, moduleKey: module, people: ofSkill.people.length },
        ...{ answersBefore: ofSkill.answersBefore, answersAfter: ofSkill.answersAfter },
        levelBefore: share(meanLevel(before, reference)),
        levelAfter: share(meanLevel(after, reference)),
        abilityBefore: share(before.mean),
        abilityAfter: share(after.mean),
        ...{ gain: share(gain.value), low: share(gain.low), high: share(gain.high) },
        gainPerHour: taken === undefined ? null : share(gain.value / taken),
      };
      skills.push(
        Object.assign(new SkillGain(), { ...figures, summary: summaryOfSkillGain(skill.name, figures) }),
      );
    }
    skills.sort((left, right) => right.gain - left.gain || (left.skillKey < right.skillKey ? -1 : 1));
    const { gain } = all.found;
    const figures = {
      ...{ people: all.people.length, gain: share(gain.value), low: share(gain.low), high: share(gain.high) },
      hours: taken === undefined ? null : share(taken),
    };
    shown.push(Object.assign(new LearningGain(), { ...figures, skills, summary: summaryOfGain(figures) }));
  }
  return shown;
};

function whyNone(exempt: boolean): string {
  return exempt
    ? `Fewer than ${String(smallestGroup)} people`
    : `Of the answers to be shown, ${fewPeople} people`;
}

interface Duration {
  readonly module: string;
  /** Hours; undefined where not known. */
  readonly taken: number | undefined;
}

/** How long revisions take, and of what module they are: by released times of those who completed them. */
async function hoursOfRevisions(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, Duration>> {
  const passages = await releasedPassages(context, revisions);
  const rows = await loadAhead(context, revisionByKey, revisions, null);
  const modules = await loadAhead(
    context,
    moduleByKey,
    [...rows.values()].flatMap((row) => row?.moduleKey ?? []),
    null,
  );
  return new Map(
    [...rows].map(([revision, row]) => {
      const seconds = (passages.get(revision)?.groups ?? [])
        .flatMap((group) => group.passages)
        .flatMap(({ state, secondsToCompletion }) =>
          state === VisitState.COMPLETED && secondsToCompletion !== null ? [secondsToCompletion] : [],
        )
        .sort((left, right) => left - right);
      const expected = modules.get(row?.moduleKey ?? '')?.expectedMinutes;
      const stated = expected == null ? undefined : expected / 60;
      const measured = seconds.length >= smallestGroup ? quantile(seconds, 0.5) / 3_600 : undefined;
      const taken = measured !== undefined && measured > 0 ? measured : stated;
      return [revision, { module: row?.moduleKey ?? '', taken }];
    }),
  );
}
