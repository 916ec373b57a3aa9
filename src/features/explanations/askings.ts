import type { Asking } from '../../estimators/next-question';
import type { AskableVersion } from '../calibrations/version.store';
import { questionKeyOf } from '../mastery/stored-memories';
import { dayOf } from '../states/stored-state';
import type { Folding } from './folding';

/** A question that may be asked of somebody. */
interface Askable {
  /** Internal ids. */
  readonly version: string;
  readonly question: string;
  /** Whether they have answered a version of it before. */
  readonly repeated: boolean;
  readonly asking: Asking;
}

/** What may be asked of somebody now: new questions, or where they have answered all of them once, all again. */
export function askings(
  { items, calibration }: Folding,
  versions: readonly AskableVersion[],
  now: number,
): Askable[] {
  const answered = new Set(items.flatMap(({ answer }) => answer?.version ?? []));
  const fresh = versions.filter(({ allVersions }) => !allVersions.some((one) => answered.has(one)));
  const repeated = fresh.length === 0;
  return (repeated ? versions : fresh).flatMap(({ version, question, skills, questions }) => {
    const parameters = questions.get(calibration.number);
    if (!parameters) return [];
    const asked = { question: questionKeyOf(version), skills, attempt: repeated ? 2 : 1 };
    const asking = { day: dayOf(now), sitting: null, ...asked, ...parameters };
    return [{ version, question, repeated, asking }];
  });
}
