import { learningGainSteps, meanLevel, type LearningGain as Found } from '../../estimators/learning-gain';
import { inSlices } from '../../shared/slices';
import {
  currentCalibration,
  readingsOfSkills,
  referenceWith,
  type Calibration,
  type SkillReading,
} from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { fewPeople, withheld } from '../disclosure/disclosure';
import { roundingFor } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import { teamsWithin } from '../people/membership.loader';
import { revisionByKey } from '../modules/module.loader';
import type { RequestContext } from '../request/context';
import { KeptFigures } from '../request/kept-figures';
import { load, loadAhead, type BatchRead } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { capitalized } from '../../shared/words';
import type { Whose } from './cut';
import { hoursOfRevisions, type Duration } from './hours-of-revisions';
import { keptOfRevisions, type MadeOf } from './kept-outcomes';
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

/** What a gain is found from. */
type FoundGain = TaughtPeople & { readonly found: Found };

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
  const { teams } = await lookedAt(context, whose);
  const [hours, pages, published] = await Promise.all([
    hoursOfRevisions(context, revisions),
    loadAhead(context, teachingPages, revisions, null),
    loadAhead(context, revisionByKey, revisions, null),
  ]);
  const isByChance = (revision: string): boolean => published.get(revision)?.assignedAtRandom ?? false;
  const madeOf: MadeOf = {
    shown: whose.exempt ? 'everything' : 'known',
    beside: (revision) => [
      whose,
      teams && [...teams].sort(),
      hours.get(revision),
      pages.get(revision),
      isByChance(revision),
    ],
  };
  const kept = context.background.keep(KeptGains);
  const found = await keptOfRevisions(context, revisions, kept, madeOf, async (missing) => {
    const answered = await answeredRevisions(context, missing, whose);
    const gains = await GainsOf.read(context, [...answered.values()], whose);
    const shown = new Map<string, LearningGain | Withheld>();
    for (const revision of missing) {
      const [one, duration] = [answered.get(revision), hours.get(revision)];
      const assignedAtRandom = isByChance(revision);
      const gain = one && duration && (await gains.shown(one, { ...duration, assignedAtRandom }));
      shown.set(
        revision,
        gain ? Object.assign(gain, { revisionKey: revision, whose }) : withheld(reasonFor(whose)),
      );
    }
    return shown;
  });
  return revisions.map((revision) => found.get(revision) ?? withheld(reasonFor(whose)));
};

class KeptGains extends KeptFigures<LearningGain | Withheld> {}

function reasonFor({ exempt }: Whose): string {
  const who = `${capitalized(fewPeople)} people${exempt ? '' : ' who can be shown'}`;
  return `${who} answered its questions before and after what it teaches: too few to compare.`;
}

/** Learning gains by the calibration in force, read once for all revisions. */
class GainsOf {
  private constructor(
    private readonly looked: Pick<Looked, 'exempt' | 'teams' | 'now'>,
    private readonly calibration: Calibration,
    private readonly readings: Readings,
    /** By internal id of the skill. */
    private readonly references: ReadonlyMap<string, SkillReading>,
    private readonly skills: ReadonlyMap<string, Skill | null>,
    private readonly gone: AbortSignal,
  ) {}

  static async read(
    context: RequestContext,
    revisions: readonly AnsweredRevision[],
    whose: Whose,
  ): Promise<GainsOf> {
    const { database, gone } = context;
    const looked = await lookedAt(context, whose);
    const calibration = await currentCalibration(database);
    const readings = new Readings([calibration]);
    const versions = revisions.flatMap(({ asked }) => asked.map(({ version }) => version));
    await readings.learn(database, versions, []);
    const assessed = [...new Set(versions.flatMap((one) => readings.versions.get(one)?.skills ?? []))];
    const references = await readingsOfSkills(database, assessed, [calibration]);
    const skills = await loadAhead(context, skillByKey, assessed, null);
    return new GainsOf(looked, calibration, readings, references, skills, gone);
  }

  async shown(
    revision: AnsweredRevision,
    { module, hours, assignedAtRandom }: Duration & Pick<LearningGain, 'assignedAtRandom'>,
  ): Promise<LearningGain | undefined> {
    const all = await this.found(revision);
    if (!all) return undefined;
    const { share } = roundingFor({ everyone: this.looked.exempt });
    const skills: SkillGain[] = [];
    for (const skill of this.skillsOf(revision)) {
      const found = await this.found(revision, skill.key);
      if (found) skills.push(this.shownOfSkill(skill, module, hours, found));
    }
    skills.sort((left, right) => right.gain - left.gain || (left.skillKey < right.skillKey ? -1 : 1));
    const { gain } = all.found;
    const figures = {
      ...{ people: all.people.length, gain: share(gain.value), low: share(gain.low), high: share(gain.high) },
      hours: hours === undefined ? null : share(hours),
      assignedAtRandom,
    };
    return Object.assign(new LearningGain(), { ...figures, skills, summary: summaryOfGain(figures) });
  }

  private skillsOf({ asked }: AnsweredRevision): Skill[] {
    const keys = asked.flatMap(({ version }) => this.readings.versions.get(version)?.skills ?? []);
    return [...new Set(keys)].flatMap((key) => this.skills.get(key) ?? []);
  }

  private async found(revision: AnsweredRevision, skill?: string): Promise<FoundGain | undefined> {
    const looked = { ...this.looked, skill, both: true };
    const steps = taughtPeople(revision, looked, this.readings, this.calibration);
    const taught = await inSlices(steps, this.gone);
    const found = await inSlices(learningGainSteps(taught.people), this.gone);
    return found && { ...taught, found };
  }

  private shownOfSkill(
    { key, name }: Skill,
    moduleKey: string,
    hours: number | undefined,
    { people, answersBefore, answersAfter, found: { before, after, gain } }: FoundGain,
  ): SkillGain {
    const { share } = roundingFor({ everyone: this.looked.exempt });
    const reference = referenceWith(this.references.get(key), this.calibration);
    const figures = {
      ...{ skillKey: key, moduleKey, people: people.length, answersBefore, answersAfter },
      levelBefore: share(meanLevel(before, reference)),
      levelAfter: share(meanLevel(after, reference)),
      abilityBefore: share(before.mean),
      abilityAfter: share(after.mean),
      ...{ gain: share(gain.value), low: share(gain.low), high: share(gain.high) },
      gainPerHour: hours === undefined ? null : share(gain.value / hours),
    };
    return Object.assign(new SkillGain(), { ...figures, summary: summaryOfSkillGain(name, figures) });
  }
}
