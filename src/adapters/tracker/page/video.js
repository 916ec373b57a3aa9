/** Follows a <video>: which stretches of it are played, how fast, and how often it is paused and jumped in. */
function followVideo(element, { act, playing, time, keep }) {
  const mostSegments = 500;
  /** Dragging along the bar is one jump. */
  const oneJump = 1_000;
  const listening = new AbortController();
  let at, from, last, rate, segments, pauses, seeks;
  let lastSeek = -oneJump;

  const begin = () => {
    at = time();
    [segments, pauses, seeks] = [[], 0, 0];
  };
  const isNew = () => segments.length + pauses + seeks === 0;
  const place = () => Math.round(element.currentTime * 1_000) / 1_000;

  const run = () => {
    if (element.paused || element.seeking || from !== undefined) return;
    act();
    playing.add(element);
    from = last = place();
    rate = element.playbackRate;
  };
  const halt = () => {
    act();
    playing.delete(element);
    if (last > from) segments.push({ from, to: last });
    from = undefined;
  };
  const stop = () => {
    if (from !== undefined && !element.seeking) last = place();
    halt();
  };

  const cut = () => {
    const isRunning = from !== undefined;
    if (isRunning) stop();
    // A stream has no length: it is as long as it was seen.
    const length = Number.isFinite(element.duration)
      ? element.duration
      : Math.max(0, ...segments.map(({ to }) => to));
    if (!isNew() && length > 0)
      keep({ at, durationSeconds: length, segments, pauses, seeks, rate: rate ?? 1 });
    begin();
    if (isRunning) run();
  };

  const on = (event, work) => element.addEventListener(event, work, { signal: listening.signal });
  on('playing', () => {
    if (isNew()) at = time();
    run();
  });
  on('timeupdate', () => {
    if (from !== undefined && !element.seeking) last = place();
    if (segments.length >= mostSegments) cut();
  });
  on('waiting', stop);
  on('pause', () => {
    if (!element.ended && !element.seeking) pauses++;
    stop();
  });
  // It says its new place already: it was played as far as it said last.
  on('seeking', () => {
    halt();
    if (performance.now() - lastSeek > oneJump) seeks++;
    lastSeek = performance.now();
  });
  on('seeked', run);
  on('ratechange', cut);
  on('emptied', () => {
    halt();
    begin();
  });
  begin();
  run();

  return {
    cut,
    end() {
      cut();
      playing.delete(element);
      listening.abort();
    },
  };
}
