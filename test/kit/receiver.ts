import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** Answers a message. */
export type Answering = (received: Received, response: ServerResponse) => void;

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answering =>
  (_received, response) =>
    response.writeHead(code, headers).end('what the receiver says');

/** A receiver of webhooks on this machine, which answers 204 where nothing else is said. */
export class Receiver {
  readonly received: Received[] = [];
  private readonly answers: Answering[] = [];
  private waiting: (() => void)[] = [];
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const received = { headers: request.headers, body: Buffer.concat(parts).toString(), at: Date.now() };
      this.received.push(received);
      (this.answers.shift() ?? this.usually)(received, response);
      for (const wake of this.waiting.splice(0)) wake();
    });
  });

  private constructor(private readonly usually: Answering) {}

  static async open(usually: Answering = status(204)): Promise<Receiver> {
    const receiver = new Receiver(usually);
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/skillwake`;
  }

  /** What it answers to the next messages, in this order. */
  answer(...answers: readonly Answering[]): void {
    this.answers.push(...answers);
  }

  /** Waits until so many messages in all of this type have arrived, and gives them. */
  async messages(type: string, count: number): Promise<Received[]> {
    for (;;) {
      const found = this.received.filter(({ body }) => typeOf(body) === type);
      if (found.length >= count) return found;
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export function typeOf(body: string): string {
  return (JSON.parse(body) as { type: string }).type;
}

/** What a message says. */
export function dataOf({ body }: Received): object {
  return (JSON.parse(body) as { data: object }).data;
}

/** Whether a message is proven by a secret, as Standard Webhooks says how: by one of its signatures, and it is no older than five minutes. */
export function isProven({ headers, body, at }: Received, secret: string): boolean {
  const [prefix, encoded = ''] = secret.split('_');
  const key = Buffer.from(encoded, 'base64');
  const id = String(headers['webhook-id']);
  const seconds = String(headers['webhook-timestamp']);
  const given = String(headers['webhook-signature']).split(' ');
  const expected = createHmac('sha256', key).update([id, seconds, body].join('.')).digest('base64');
  const isSecret = prefix === 'whsec' && key.length >= 24 && key.length <= 64;
  const isYoung = Math.abs(at / 1_000 - Number(seconds)) < 300 && /^\d+$/.test(seconds);
  return isSecret && isYoung && !id.includes('.') && given.includes(`v1,${expected}`);
}
