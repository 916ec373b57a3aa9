/** How long a stretch of video is that seconds seen are counted in. */
export const secondsInBin = 5;

/** A stretch of a video that was played, seconds from its beginning. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Of a stored list, in which each beginning is followed by its end. */
export function segmentsOf(flat: readonly number[]): Segment[] {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => ({
    from: flat[2 * index] ?? 0,
    to: flat[2 * index + 1] ?? 0,
  }));
}

/**
 * Seconds of the video that were played in each of its bins, the last of which may be shorter. What was played twice counts
 * twice, so that a bin above its own length was watched again.
 */
export function secondsByBin(segments: readonly Segment[], durationSeconds: number): number[] {
  const bins = Array<number>(Math.ceil(durationSeconds / secondsInBin)).fill(0);
  for (const { from, to } of segments) {
    const end = Math.min(to, durationSeconds);
    for (let bin = Math.floor(Math.max(0, from) / secondsInBin); bin * secondsInBin < end; bin++) {
      const seen = Math.min(end, (bin + 1) * secondsInBin) - Math.max(from, bin * secondsInBin);
      bins[bin] = (bins[bin] ?? 0) + Math.max(0, seen);
    }
  }
  return bins;
}

/** Share of the video, in [0,1], that was seen at least once. */
export function shareSeen(segments: readonly Segment[], durationSeconds: number): number {
  if (durationSeconds <= 0) return 0;
  let [seen, until] = [0, 0];
  for (const { from, to } of [...segments].sort((left, right) => left.from - right.from)) {
    const end = Math.min(to, durationSeconds);
    seen += Math.max(0, end - Math.max(from, until));
    until = Math.max(until, end);
  }
  return Math.min(1, seen / durationSeconds);
}
