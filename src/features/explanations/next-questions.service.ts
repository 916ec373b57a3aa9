import { foldSteps } from '../../estimators/fold';
import { prospectOf, type Prospect } from '../../estimators/next-question';
import { newPerson } from '../../estimators/person-state';
import { BadInputError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import { inSlices } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { personByKey } from '../people/people.loader';
import type { Person } from '../people/person.type';
import { questionVersionByKey } from '../questions/question.loader';
import { skillByKey } from '../skills/skill.loader';
import type { Skill } from '../skills/skill.type';
import { foldingsOf, type Folding } from './folding';
import { percent, points } from '../../shared/percent';
import { askings } from './askings';
import type { NextQuestion } from './next-questions.type';
import { versionsToAsk, type AskableVersion } from '../calibrations/version.store';

/** The questions that would narrow what is known of a person in a skill the most. */
export async function nextQuestions(
  context: RequestContext,
  ids: { readonly person: string; readonly skill: string },
  most: number,
): Promise<NextQuestion[]> {
  const [person, skill] = await Promise.all([
    seenPerson(context, ids.person),
    knownSkill(context, ids.skill),
  ]);
  context.looks.add('mastery', person.key);
  const [folding] = await foldingsOf(context, [`${person.key} ${skill.key}`]);
  if (!folding) return [];
  const ofSkill = await versionsToAsk(context.database, [skill.key], folding.calibration);
  const versions = ofSkill.get(skill.key) ?? [];
  const choices = await inSlices(choose(folding, versions, context.now), context.gone);
  const chosen = choices.slice(0, most);
  const asked = chosen.map(async ({ version, repeated, probability, width, narrowing }) => {
    const shown = await load(context, questionVersionByKey, version, null);
    // Deleted since it was chosen.
    if (!shown) return [];
    const summary = summaryOfProspect({ probability, width, narrowing });
    return [{ version: shown, probability, expectedWidth: width, narrowing, repeated, summary }];
  });
  return (await Promise.all(asked)).flat();
}

interface Choice extends Prospect {
  /** Internal ids. */
  readonly version: string;
  readonly question: string;
  readonly repeated: boolean;
}

/** Those that narrow, the most first. */
function* choose(
  folding: Folding,
  versions: readonly AskableVersion[],
  now: number,
): Generator<void, Choice[]> {
  const { items, skill, reference, calibration } = folding;
  const person = newPerson<string>(calibration);
  yield* foldSteps(person, items, calibration);
  const choices: Choice[] = [];
  for (const { asking, ...asked } of askings(folding, versions, now)) {
    choices.push({ ...asked, ...prospectOf(person, skill, reference, asking, calibration) });
    yield;
  }
  return choices
    .filter(({ narrowing }) => narrowing > 0)
    .sort((one, other) => one.width - other.width || (one.question < other.question ? -1 : 1));
}

function summaryOfProspect({ probability, width, narrowing }: Prospect): string {
  return `A right answer is expected with probability ${percent(probability)}; once it is answered, the interval is expected to be ${points(width)} points wide instead of ${points(width + narrowing)}.`;
}

async function seenPerson(context: RequestContext, id: string): Promise<Person> {
  const key = keyOfGlobalId('Person', id);
  const person = key === undefined ? null : await load(context, personByKey, key, null);
  const visible = await context.visible();
  if (person && sees(visible, person.key)) return person;
  if (person || !visible.everyone) throw notYoursToSee('What is known of this person');
  throw new BadInputError(`person: nobody has the global id ${JSON.stringify(id)}: take it from people.`);
}

async function knownSkill(context: RequestContext, id: string): Promise<Skill> {
  const key = keyOfGlobalId('Skill', id);
  const skill = key === undefined ? null : await load(context, skillByKey, key, null);
  if (skill) return skill;
  throw new BadInputError(`skill: no skill has the global id ${JSON.stringify(id)}: take it from skills.`);
}
