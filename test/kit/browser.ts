import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { readyChromium } from './chromium';

/** A headless Chromium, driven by the Chrome DevTools Protocol over a pipe: no package is needed for it. */
export interface Browser {
  /** Opens a tab, which is then the one in front. */
  newPage(): Promise<BrowserPage>;
  close(): Promise<void>;
}

/** A page in a headless Chromium. */
export interface BrowserPage {
  open(url: string): Promise<void>;
  /** The value of an expression in the page. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Goes back in the tab's history, without waiting until the former page is there. */
  goBack(): Promise<void>;
  /** Waits until an expression holds, on a page that may be left meanwhile; fails after half a minute. */
  until(expression: string): Promise<void>;
  /** Errors and warnings of the console, and what the content security policy refused. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for. */
  readonly requested: readonly string[];
  /** Moves the mouse over the page, as a person does. */
  moveMouse(): Promise<void>;
  /** Puts another window in front of the page's, or that away again. */
  hide(): Promise<void>;
  show(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Closes the tab, as a person does. */
  closeTab(): Promise<void>;
}

interface Message {
  readonly sessionId?: string;
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** What an event says of something wrong in the page; undefined where nothing is. */
function complaintOf({ method, params = {} }: Message): string | undefined {
  const { type, args, entry, exceptionDetails } = params as {
    type?: string;
    args?: { value?: unknown; description?: string }[];
    entry?: { level: string; text: string };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
  if (method === 'Runtime.exceptionThrown')
    return exceptionDetails?.exception?.description ?? exceptionDetails?.text;
  if (method === 'Log.entryAdded' && ['warning', 'error'].includes(entry?.level ?? '')) return entry?.text;
  if (method === 'Runtime.consoleAPICalled' && ['warning', 'error', 'assert'].includes(type ?? ''))
    return args?.map(({ value, description }) => description ?? JSON.stringify(value)).join(' ');
  return undefined;
}

type Listener = (message: Message) => void;

/** What is sent to Chromium, and what it says. */
interface Connection {
  send(method: string, params?: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>>;
  listen(listener: Listener): void;
}

function connectionTo(input: Writable, output: Readable): Connection & { end(reason: string): void } {
  const answers = new Map<number, Listener>();
  const listeners: Listener[] = [];
  let sent = 0;
  let unread = '';
  output.setEncoding('utf8').on('data', (part: string) => {
    const messages = (unread + part).split('\0');
    unread = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) answers.get(message.id)?.(message);
      for (const listener of listeners) listener(message);
    }
  });
  input.on('error', () => undefined);
  return {
    async send(method, params = {}, sessionId) {
      const id = ++sent;
      const answered = new Promise<Message>((resolve) => answers.set(id, resolve));
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      const { result, error } = await answered;
      if (!result) throw new Error(`${method}: ${error?.message ?? 'no answer'}`);
      return result;
    },
    listen: (listener) => listeners.push(listener),
    end(reason) {
      for (const answer of answers.values()) answer({ error: { message: reason } });
    },
  };
}

export async function openBrowser(): Promise<Browser> {
  const { path, environment } = await readyChromium();
  const directory = await mkdtemp(join(tmpdir(), 'skillwake-chromium-'));
  const child = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--window-size=1280,800',
      '--remote-debugging-pipe',
      `--user-data-dir=${directory}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  );
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const connection = connectionTo(input, output);
  child.once('exit', () => connection.end(`${path} has ended`));
  return {
    newPage: () => openTab(connection),
    async close() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A browser with one page, which closes with it. */
export async function openPage(): Promise<BrowserPage & Pick<Browser, 'close'>> {
  const browser = await openBrowser();
  return { ...(await browser.newPage()), close: () => browser.close() };
}

async function openTab({ send, listen }: Connection): Promise<BrowserPage> {
  const complaints: string[] = [];
  const requested: string[] = [];
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = sessionId as string;
  listen((message) => {
    if (message.sessionId !== session) return;
    const complaint = complaintOf(message);
    if (complaint !== undefined) complaints.push(complaint);
    if (message.method === 'Network.requestWillBeSent') {
      const { url } = message.params?.['request'] as { url: string };
      if (!url.startsWith('data:')) requested.push(url);
    }
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`, {}, session);
  const setWindow = async (windowState: 'normal' | 'minimized') => {
    const { windowId } = await send('Browser.getWindowForTarget', { targetId });
    await send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  };

  const page: BrowserPage = {
    complaints,
    requested,
    async open(url) {
      await send('Page.navigate', { url }, session);
    },
    async evaluate<Value>(expression: string) {
      const asked = { expression, awaitPromise: true, returnByValue: true };
      const answer = await send('Runtime.evaluate', asked, session);
      const { result, exceptionDetails } = answer as unknown as {
        result: { value: Value };
        exceptionDetails?: { exception?: { description?: string } };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
      return result.value;
    },
    async goBack() {
      // Later, so that the answer is not lost with the page that is left.
      await page.evaluate('void setTimeout(() => history.back())');
    },
    async until(expression) {
      const end = Date.now() + 30_000;
      const holds = () =>
        page.evaluate<boolean>(`Boolean(${expression})`).catch((error: unknown) => {
          if (error instanceof Error && error.message.includes('navigated or closed')) return false;
          throw error;
        });
      while (!(await holds())) {
        if (Date.now() > end) throw new Error(`It never came to ${expression}: ${complaints.join('; ')}`);
        await delay(50);
      }
    },
    async moveMouse() {
      const [x, y] = [100 + Math.random() * 100, 100 + Math.random() * 100];
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }, session);
    },
    hide: () => setWindow('minimized'),
    async show() {
      await setWindow('normal');
      await send('Target.activateTarget', { targetId });
    },
    async setOffline(offline) {
      const speeds = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      await send('Network.emulateNetworkConditions', { offline, ...speeds }, session);
    },
    async closeTab() {
      await send('Page.close', {}, session);
    },
  };
  return page;
}
