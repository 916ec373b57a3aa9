import { secondsByBin, secondsInBin, segmentsOf } from '../capture/seconds-seen';
import { grouped } from '../../shared/grouped';
import { counted } from '../../shared/words';
import { smallestGroup } from '../disclosure/disclosure';
import { SecondsSeen, StretchSeen } from './seconds-seen.type';

/** What somebody played of a video. */
export interface PlayedBy {
  /** Internal id. */
  readonly person: string;
  readonly durationSeconds: number;
  /** From and to of each segment by turns, in seconds. */
  readonly segments: readonly number[];
}

/** Played for so much longer than it is, a stretch was played again: where segments meet both may have a moment. Seconds. */
const again = 0.5;

/** What people saw of a video; undefined where fewer than five did. */
export function secondsSeenBy(played: readonly PlayedBy[]): SecondsSeen | undefined {
  const byPerson = [...grouped(played, ({ person }) => person).values()];
  if (byPerson.length < smallestGroup) return undefined;
  const durationSeconds = played.reduce((most, one) => Math.max(most, one.durationSeconds), 0);
  const bins = byPerson.map((views) =>
    secondsByBin(
      views.flatMap(({ segments }) => segmentsOf(segments)),
      durationSeconds,
    ),
  );
  const stretches = Array.from({ length: Math.ceil(durationSeconds / secondsInBin) }, (_, bin) => {
    const from = bin * secondsInBin;
    const length = Math.min(secondsInBin, durationSeconds - from);
    const seen = bins.map((seconds) => seconds[bin] ?? 0);
    return Object.assign(new StretchSeen(), {
      from,
      people: seen.filter((seconds) => seconds > 0).length,
      again: seen.filter((seconds) => seconds > length + again).length,
    });
  });
  const figures = { people: byPerson.length, durationSeconds, stretches };
  return Object.assign(new SecondsSeen(), { ...figures, summary: summaryOfSeen(figures) });
}

function summaryOfSeen({ people, durationSeconds, stretches }: Omit<SecondsSeen, 'summary'>): string {
  const end = stretches.at(-1)?.people ?? 0;
  const most = stretches.reduce<StretchSeen | undefined>(
    (best, one) => (one.again > (best?.again ?? 0) ? one : best),
    undefined,
  );
  const replayed = most
    ? `; most is played again from ${clock(most.from)} on, by ${counted(most.again, 'person', 'people')}`
    : '';
  return `${String(end)} of ${counted(people, 'person', 'people')} who played the video saw its end, at ${clock(durationSeconds)}${replayed}.`;
}

/** Minutes and seconds, as a player shows them. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
