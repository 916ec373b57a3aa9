import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** A page in a headless Chromium, driven by the Chrome DevTools Protocol over a pipe: no package is needed for it. */
export interface BrowserPage {
  open(url: string): Promise<void>;
  /** The value of an expression in the page. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Waits until an expression holds; fails after half a minute. */
  until(expression: string): Promise<void>;
  /** Errors and warnings of the console, and what the content security policy refused. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/** Where a Chromium is; undefined where there is none. */
export const chromium = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

interface Message {
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

export async function openPage(): Promise<BrowserPage> {
  if (chromium === undefined) throw new Error('There is no Chromium: name one by CHROMIUM_PATH.');
  const directory = await mkdtemp(join(tmpdir(), 'skillwake-chromium-'));
  const child = spawn(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--window-size=1280,800',
      '--remote-debugging-pipe',
      `--user-data-dir=${directory}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const answers = new Map<number, (message: Message) => void>();
  const complaints: string[] = [];
  const requested: string[] = [];
  let sent = 0;

  const send = async (
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const id = ++sent;
    const answered = new Promise<Message>((resolve) => answers.set(id, resolve));
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    if (!result) throw new Error(`${method}: ${error?.message ?? 'no answer'}`);
    return result;
  };

  const listen = (message: Message): void => {
    const { id, method, params } = message;
    if (id !== undefined) answers.get(id)?.(message);
    const complaint = complaintOf(message);
    if (complaint !== undefined) complaints.push(complaint);
    if (method === 'Network.requestWillBeSent') {
      const { url } = params?.['request'] as { url: string };
      if (!url.startsWith('data:')) requested.push(url);
    }
  };

  let unread = '';
  output.setEncoding('utf8').on('data', (part: string) => {
    const messages = (unread + part).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) listen(JSON.parse(message) as Message);
  });
  child.once('exit', () => {
    for (const answer of answers.values()) answer({ error: { message: `${chromium} has ended` } });
  });
  input.on('error', () => undefined);

  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const session = sessionId as string;
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`, {}, session);

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
    async until(expression) {
      const end = Date.now() + 30_000;
      while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`It never came to ${expression}: ${complaints.join('; ')}`);
        await delay(50);
      }
    },
    async close() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return page;
}
