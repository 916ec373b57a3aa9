/**
 * Measures one stay on a page by a clock that nobody sets. The person is active for so many seconds after each input, and
 * as long as a video plays; all else is idle, and a stretch of it is a pause.
 */
function stopwatch({ idleSeconds, isPlaying, away }) {
  /** While a video plays, time is added up every few seconds: what is longer, the computer has slept. */
  const asleep = Math.max(60_000, idleSeconds * 1_000);
  let since = performance.now();
  let lastInput = since;
  let [active, idle, pauses, longest, quiet] = [0, away, away > 0 ? 1 : 0, away, 0];

  const addUp = () => {
    const now = performance.now();
    const until = isPlaying() ? since + asleep : lastInput + idleSeconds * 1_000;
    const newlyActive = Math.max(0, Math.min(now, until) - since);
    const newlyIdle = now - since - newlyActive;
    active += newlyActive;
    idle += newlyIdle;
    if (newlyActive > 0) quiet = 0;
    if (newlyIdle > 0 && quiet === 0) pauses++;
    quiet += newlyIdle;
    longest = Math.max(longest, quiet);
    since = now;
  };

  const seconds = (milliseconds) => Math.min(86_400, Math.round(milliseconds) / 1_000);

  return {
    act() {
      addUp();
      lastInput = since;
    },
    read() {
      addUp();
      return {
        activeSeconds: seconds(active),
        idleSeconds: seconds(idle),
        pauses,
        longestPauseSeconds: seconds(longest),
      };
    },
  };
}
