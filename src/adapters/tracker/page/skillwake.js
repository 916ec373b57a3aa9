/**
 * What a course page includes, as docs/capture.md says: it defines this one function and does nothing by itself. Before
 * `consent()` it measures, keeps and sends nothing.
 */
globalThis.skillwake = ({
  endpoint = besideScript,
  token,
  visit: ofPlatform,
  idleSeconds = 60,
  sendSeconds = 10,
  onSent = () => undefined,
}) => {
  /** Being away for longer is no pause, milliseconds: who comes back then begins anew. */
  const longestPause = 30 * 60_000;
  const writtenDownEvery = 5_000;
  const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchstart', 'touchmove'];

  const listening = new AbortController();
  const videos = new Set();
  const playing = new Set();
  let visit, shown, stay, hiddenAt, ticking;
  let isStarted = false;

  const box = outbox({
    ...{ endpoint, token, sendSeconds, onSent },
    onCorrected(item) {
      if (item.id !== visit.id) return;
      Object.assign(visit, item);
      box.remember(visit);
    },
  });
  const newId = () =>
    crypto.randomUUID?.() ??
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  const isVisible = () => document.visibilityState === 'visible';
  const act = () => stay?.watch.act();
  const newItem = (page, at) => ({ id: newId(), visit: visit.id, revision: visit.revision, page, at });

  const tellVisit = (told) => {
    Object.assign(visit, told);
    box.remember(visit);
    const { pages: _pages, ...item } = visit;
    box.keep('visits', item);
  };

  const open = (away = 0) => {
    const isRevisit = away === 0 && visit.pages.includes(shown);
    visit.pages = [...new Set([...visit.pages, shown])];
    box.remember(visit);
    const watch = stopwatch({ idleSeconds, isPlaying: () => playing.size > 0, away });
    stay = { item: { ...newItem(shown, box.time()), revisits: isRevisit ? 1 : 0 }, watch };
  };
  const pageView = () => ({ ...stay.item, ...stay.watch.read() });
  /** Ends what is being measured: it is final. */
  const close = () => {
    if (stay) box.keep('pageViews', pageView());
    stay = undefined;
    for (const video of videos) video.cut();
  };

  const goAway = () => {
    hiddenAt ??= performance.now();
    close();
  };
  const comeBack = () => {
    const away = hiddenAt === undefined ? 0 : performance.now() - hiddenAt;
    hiddenAt = undefined;
    // The pages of this tab share their visit.
    Object.assign(visit, box.remembered());
    if (!stay && shown) open(away < longestPause ? away : 0);
    box.goOn();
  };

  const start = () => {
    const given = typeof ofPlatform === 'string' ? { id: ofPlatform } : ofPlatform;
    visit = box.remembered();
    if (visit.revision !== box.revision() || (given && given.id !== visit.id)) {
      visit = { pages: [] };
      tellVisit({ id: newId(), at: box.time(), ...given, revision: box.revision() });
    }
    // What was played before the person agreed is nobody's business.
    for (const video of videos) video.cut();
    isStarted = true;
    const on = (target, event, work) =>
      target.addEventListener(event, work, { signal: listening.signal, passive: true, capture: true });
    for (const input of inputs) on(globalThis, input, act);
    on(document, 'visibilitychange', () => {
      if (isVisible()) return comeBack();
      goAway();
      void box.send();
    });
    on(globalThis, 'pagehide', () => {
      goAway();
      // Whoever comes back to a page that the browser kept was on another one meanwhile, and did not pause.
      hiddenAt = -Infinity;
      box.leave();
    });
    on(globalThis, 'online', box.goOn);
    ticking = setInterval(() => {
      if (stay) box.writeDown('pageViews', pageView());
    }, writtenDownEvery);
    if (isVisible() && shown) open();
  };

  const stop = () => {
    clearInterval(ticking);
    isStarted = false;
    stay = undefined;
    listening.abort();
    for (const video of videos) video.end();
    box.close();
  };

  return {
    /** What is recorded and sent, in words for the person whom it is about. */
    describe: () =>
      `While you learn here, this page records which page of the module you are on and since when; for how many seconds you look at it and do something, and how often and how long you pause, leave and come back; which stretches of a video you play, pause or skip, and how fast; and when you begin and complete the module. It sends this under your name to ${new URL(endpoint, location.href).host}. It does not record what you type or click, nor anything of other pages. What cannot be sent is kept in this browser for up to 30 days. Seconds and pauses judge the course and never you: yours alone are shown to nobody but you.`,
    /** The person agrees: recording begins. */
    async consent() {
      if (visit || listening.signal.aborted) return;
      visit = {};
      await box.open();
      if (!listening.signal.aborted) start();
    },
    /** The person does not agree, or no more: recording ends, and what was not sent is dropped. */
    refuse() {
      stop();
      if (visit) box.drop();
    },
    /** The page of this number is shown now, in place of the one before; none where it is left out. */
    page(number) {
      if (number !== undefined && !(Number.isInteger(number) && number > 0))
        throw new TypeError('page() takes the number of a page in the revision, from 1.');
      if (number === shown) return;
      if (isStarted) close();
      shown = number;
      if (isStarted && shown && isVisible()) open();
    },
    /** Follows a <video> on the page of this number, the one shown where it is left out; gives a function that ends it. */
    video(element, number = shown) {
      const keep = ({ at, ...seen }) => {
        if (isStarted) box.keep('videoViews', { ...newItem(number, at), ...seen });
      };
      const video = followVideo(element, { act, playing, time: box.time, keep });
      videos.add(video);
      return () => {
        video.end();
        videos.delete(video);
      };
    },
    /** The person has completed the module. */
    completed() {
      if (!isStarted || visit.completedAt) return;
      tellVisit({ completedAt: box.time() });
      box.sendIn(0);
    },
    /** The visit is over: the next one begins anew. */
    async end() {
      if (!isStarted) return;
      close();
      tellVisit({ endedAt: box.time() });
      box.forgetVisit();
      const sent = box.send();
      stop();
      await sent;
    },
  };
};
