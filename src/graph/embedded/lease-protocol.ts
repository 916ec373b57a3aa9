import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';

/**
 * Between a command and the guardian, over a loopback connection, one JSON object a line:
 * guardian `greeting`; command `lease` with its proof; guardian `accepted` with its own; then news of the database;
 * at the end command `release`, guardian `released`. The connection is the lease: it ends with the command's process.
 */
export type GuardianMessage =
  | { readonly type: 'greeting'; readonly challenge: string }
  /** While it is stopping, there is no lease to be had: wait until the connection closes and start another. */
  | { readonly type: 'accepted'; readonly proof: string; readonly stopping: boolean }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'released'; readonly last: boolean };

export type CommandMessage =
  | { readonly type: 'lease'; readonly proof: string; readonly challenge: string }
  | { readonly type: 'release' };

/** Shows knowledge of the token without sending it, so that a program on a reused port learns and fakes nothing. */
export function proofOf(token: string, side: 'command' | 'guardian', challenge: string): string {
  return createHmac('sha256', token).update(`${side}:${challenge}`).digest('hex');
}

export function proofHolds(given: unknown, expected: string): boolean {
  return (
    typeof given === 'string' &&
    given.length === expected.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  );
}

export function send(socket: Socket, message: GuardianMessage | CommandMessage): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls back for every line that is a JSON object; closes the connection if anything else arrives. */
export function onMessages(socket: Socket, take: (message: unknown) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    try {
      lines.forEach((line) => {
        take(JSON.parse(line));
      });
    } catch {
      socket.destroy();
    }
    if (rest.length > 65_536) {
      socket.destroy();
    }
  });
}
