import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerInput, WithdrawalInput } from '../generated/graphql';
import type { Client } from './client';
import {
  answer,
  day,
  parts,
  record,
  withdraw,
  withdrawal,
  type RecordPayload,
  type TestGraph,
} from './graph';

const writers = 4;
const answersPerBatch = 20;

/** What one request carries, and whether the API has said that it is there. */
export interface Sent {
  readonly answers: readonly AnswerInput[];
  readonly withdrawals: readonly WithdrawalInput[];
  acknowledged: boolean;
}

/** Sends it, in as many requests as it takes; gives how many items were new. */
export async function send(client: Client, { answers, withdrawals }: Sent): Promise<number> {
  let recorded = 0;
  for (const part of parts(answers)) recorded += taken(await record(client, part));
  for (const part of parts(withdrawals)) recorded += taken(await withdraw(client, part));
  return recorded;
}

/** How many items were new. An item that is refused is a fault of the writers or of the API. */
function taken({ recorded, errors: [error] }: RecordPayload): number {
  if (error) throw new RefusedItem(error.message);
  return recorded;
}

/** What several requests carry, as one. */
export function together(requests: readonly Sent[]): Sent {
  return {
    answers: requests.flatMap(({ answers }) => answers),
    withdrawals: requests.flatMap(({ withdrawals }) => withdrawals),
    acknowledged: false,
  };
}

/** The API answered, and did not take an item: sending again would not help. */
export class RefusedItem extends Error {
  override readonly name = 'RefusedItem';
}

/**
 * Writers at once who record batches until they are told to stop: of people of their own and of some that all share,
 * with answers earlier than what is there, requests sent twice at once, and withdrawals, some before their answer.
 */
export class KillWriters {
  readonly sent: Sent[] = [];
  private batches = 0;
  private stopped = false;
  private faulty = false;
  private readonly done: Promise<void>;

  /** @param api the client in force, for as long as it takes until there is one again */
  constructor(
    private readonly graph: TestGraph,
    private readonly api: () => Promise<Client>,
  ) {
    this.done = Promise.all(Array.from({ length: writers }, (_, writer) => this.write(writer))).then(
      () => undefined,
    );
    // Whoever waits for the writers is told; until then the fault must not end the process.
    this.done.catch(() => (this.faulty = true));
  }

  /** Resolves once so many more requests were acknowledged; rejects where an item was refused. */
  async answered(requests: number): Promise<void> {
    const acknowledged = () => this.sent.filter((request) => request.acknowledged).length;
    const before = acknowledged();
    while (acknowledged() < before + requests) {
      if (this.faulty) await this.done;
      await pause(1);
    }
  }

  /** Resolves when every request has been answered or has failed. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.done;
  }

  /** Asked between two requests, which the type checker does not follow. */
  private isStopped(): boolean {
    return this.stopped;
  }

  private async write(writer: number): Promise<void> {
    while (!this.stopped) {
      const [before, batch] = [this.nextBatch(writer), this.nextBatch(writer)];
      const taken = [this.made([], before.slice(0, 1)), this.made([], batch.slice(0, 1))];
      // The withdrawal of an answer comes now and then before the answer itself.
      for (const request of [taken[0]!, this.made(before), this.made(batch), taken[1]!]) {
        const twice = request.answers.length > 0 && this.batches % 3 === 0;
        await Promise.all((twice ? [request, request] : [request]).map((one) => this.attempt(one)));
        if (this.isStopped()) return;
      }
    }
  }

  private made(answers: readonly AnswerInput[], withdrawn: readonly AnswerInput[] = []): Sent {
    return { answers, withdrawals: withdrawn.map((one) => withdrawal(one)), acknowledged: false };
  }

  private async attempt(request: Sent): Promise<void> {
    const client = await this.api();
    if (!this.sent.includes(request)) this.sent.push(request);
    try {
      await send(client, request);
      request.acknowledged = true;
    } catch (error) {
      if (error instanceof RefusedItem) throw error;
      // Killed meanwhile, or about to be: it is not known whether it is there. While the database is gone every request
      // fails at once, and each is sent again afterwards.
      await pause(500);
    }
  }

  /** The first third of the people is everybody's, the others have one writer each; every other answer is a late one. */
  private nextBatch(writer: number): AnswerInput[] {
    this.batches++;
    const shared = Math.floor(this.graph.people.length / 3);
    return Array.from({ length: answersPerBatch }, (_, index) => {
      const own = shared + writer + writers * (index % Math.floor((2 * shared) / writers));
      return answer(this.graph, index % 2 === 0 ? (index / 2) % shared : own, index % 3, {
        at: day(index % 2 === 0 ? this.batches / 100 : -this.batches / 100),
        score: (this.batches + index) % 2,
      });
    });
  }
}
