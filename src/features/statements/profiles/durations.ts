const duration =
  /^P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/;

/** Seconds of each part of a duration; years and months by their mean in the Gregorian calendar. */
const partSeconds = [31_556_952, 2_629_746, 604_800, 86_400, 3_600, 60, 1];

/** A duration of ISO 8601 in seconds; undefined where it is none. */
export function durationSeconds(text: string | undefined): number | undefined {
  const parts = text === undefined ? null : duration.exec(text);
  if (parts === null) return undefined;
  const given = parts.slice(1).map((part: string | undefined) => part?.replace(',', '.'));
  if (given.every((part) => part === undefined)) return undefined;
  const seconds = partSeconds.reduce((sum, one, index) => sum + one * Number(given[index] ?? 0), 0);
  return Number.isFinite(seconds) ? seconds : undefined;
}
