/**
 * What waits to be sent: items by kind and id, kept in this browser until the API has answered them. An item is final once
 * it is kept, so that sending it again changes nothing.
 */
function outbox({ endpoint, token, sendSeconds, onSent, onCorrected }) {
  const minute = 60_000;
  /** When what a page wrote down of an item under way is taken for the last of a browser that crashed. */
  const crashed = 10 * minute;
  const keptFor = 30 * 24 * 60 * minute;
  /** A browser takes 64 KB as a page closes, and the API 1,000 items. */
  const [longestBody, mostItems] = [50_000, 1_000];
  const [firstRetry, lastRetry] = [2_000, 5 * minute];

  const waiting = new Map();
  /** As it was sent, by name: what was told more of meanwhile may go too. */
  const underWay = new Map();
  const corrected = new Set();
  let bearer, prefix, revision, timer;
  /** What to add to this computer's clock, milliseconds. */
  let correction = 0;
  let retry = firstRetry;
  let [due, notBefore] = [Infinity, 0];

  const time = () => new Date(Date.now() + correction).toISOString();

  /** Storage may be full or forbidden: then what is in memory has to do. */
  const inStorage = (work) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const store = (name, value) =>
    inStorage(() => localStorage.setItem(prefix + name, JSON.stringify({ ...value, savedAt: Date.now() })));
  const forget = (name) => {
    waiting.delete(name);
    inStorage(() => localStorage.removeItem(prefix + name));
  };

  /** Takes up what former pages of this person in this module could not send; drops of everybody what is too old. */
  const takeUp = () => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith('skillwake ')) continue;
      const { item, isOpen, savedAt } = JSON.parse(localStorage.getItem(key));
      const age = Date.now() - savedAt;
      if (age > keptFor) localStorage.removeItem(key);
      else if (key.startsWith(prefix) && !(isOpen && age < crashed))
        waiting.set(key.slice(prefix.length), JSON.stringify(item));
    }
  };

  const take = (text) => {
    const claims = JSON.parse(atob(text.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
    const granted = `skillwake ${claims.sub} ${claims.module} `;
    if (prefix && prefix !== granted) throw new Error('The new token is for another person or module.');
    // No token is issued in the future.
    if (!prefix) correction = Math.max(0, claims.iat * 1_000 - Date.now() - minute);
    [bearer, prefix, revision] = [text, granted, revision ?? claims.revision];
  };

  const sendIn = (milliseconds) => {
    const at = Math.max(performance.now() + milliseconds, notBefore);
    if (!bearer || at >= due || notBefore === Infinity) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(send, at - performance.now());
  };

  /** As many items as one body takes, and their names by kind. */
  const batch = () => {
    const [names, lists, texts] = [{}, {}, new Map()];
    let length = bearer.length;
    for (const [name, text] of waiting) {
      if (underWay.get(name) === text) continue;
      length += text.length + 1;
      if (length > longestBody || texts.size === mostItems) break;
      const [kind] = name.split(' ');
      (names[kind] ??= []).push(name);
      (lists[kind] ??= []).push(JSON.parse(text));
      texts.set(name, text);
    }
    return { names, lists, texts, body: JSON.stringify({ token: bearer, ...lists }) };
  };

  /** What was recorded or refused is done with; what lies ahead of the API's clock is set right, once. */
  const settle = ({ names, texts }, answer) => {
    for (const [kind, ofKind] of Object.entries(names)) {
      const errors = new Map(answer[kind].errors.map((error) => [error.index, error]));
      ofKind.forEach((name, index) => {
        const error = errors.get(index);
        // It was told more of meanwhile.
        if (waiting.get(name) !== texts.get(name)) return;
        forget(name);
        if (error?.code === 'TIME_AHEAD' && !corrected.has(name)) {
          corrected.add(name);
          correction = Date.parse(answer.now) - Date.now();
          const item = JSON.parse(texts.get(name));
          for (const field of ['at', 'completedAt', 'endedAt'])
            if (item[field]) item[field] = new Date(Date.parse(item[field]) + correction).toISOString();
          keep(kind, item);
          onCorrected(item);
        } else if (error) console.warn(`capture.js: ${name}: ${error.message}`);
      });
    }
  };

  const send = async () => {
    clearTimeout(timer);
    due = Infinity;
    if (!bearer || notBefore === Infinity) return;
    const sent = batch();
    if (sent.texts.size === 0) return;
    for (const [name, text] of sent.texts) underWay.set(name, text);
    let [status, answer] = [0];
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        body: sent.body,
        keepalive: true,
        credentials: 'omit',
      });
      answer = await response.json();
      status = response.status;
    } catch {
      // Offline, or cut off on the way: it is sent again.
    }
    for (const [name, text] of sent.texts) if (underWay.get(name) === text) underWay.delete(name);
    if (status === 200) settle(sent, answer);
    if (!bearer) return;
    if (status === 200) {
      retry = firstRetry;
      notBefore = 0;
      if (waiting.size > 0) sendIn(0);
    } else if (status === 0 || status === 408 || status === 429 || status >= 500) {
      notBefore = performance.now() + retry * (1 + Math.random());
      retry = Math.min(lastRetry, retry * 2);
      sendIn(0);
    } else {
      // It would be refused again: it is kept for the next page, or until there is another token.
      notBefore = Infinity;
      if (status === 401 && typeof token === 'function') await renew();
    }
    onSent(sent.lists, status, answer);
  };

  const renew = async () => {
    const former = bearer;
    try {
      take(await token());
    } catch {
      return;
    }
    if (bearer === former) return;
    notBefore = 0;
    sendIn(0);
  };

  const keep = (kind, item) => {
    const name = `${kind} ${item.id}`;
    waiting.set(name, JSON.stringify(item));
    store(name, { item });
    sendIn(sendSeconds * 1_000);
  };

  return {
    time,
    keep,
    send,
    sendIn,
    revision: () => revision,
    async open() {
      const given = typeof token === 'function' ? await token() : token;
      take(given);
      inStorage(takeUp);
      sendIn(0);
    },
    /** Writes down what an item is so far, in case that the browser crashes. */
    writeDown: (kind, item) => store(`${kind} ${item.id}`, { item, isOpen: true }),
    /** The network is there again, or the person. */
    goOn() {
      if (notBefore !== Infinity) notBefore = 0;
      underWay.clear();
      sendIn(0);
    },
    /** Nobody will be here to read the answer: what is sent so, the next page sends again to be sure. */
    leave() {
      const { texts, body } = batch();
      if (texts.size > 0 && navigator.sendBeacon(endpoint, body))
        for (const [name, text] of texts) underWay.set(name, text);
    },
    close() {
      clearTimeout(timer);
      bearer = undefined;
    },
    drop() {
      inStorage(() => {
        for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
        sessionStorage.removeItem(prefix);
      });
      waiting.clear();
    },
    /** What this tab remembers of the visit from one page to the next. */
    remembered: () => inStorage(() => JSON.parse(sessionStorage.getItem(prefix))) ?? {},
    remember: (visit) => inStorage(() => sessionStorage.setItem(prefix, JSON.stringify(visit))),
    forgetVisit: () => inStorage(() => sessionStorage.removeItem(prefix)),
  };
}
