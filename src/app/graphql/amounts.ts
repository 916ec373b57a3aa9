import type { Logger } from 'pino';
import { countAmounts } from '../../features/nouns/amounts.read';
import type { Database } from '../../graph/driver/database';
import type { Amounts } from '../../shared/field-extensions';

/** How long what was counted is taken to hold, milliseconds. */
const holdsFor = 60_000;
/** An amount below this is not told from another: fewer people than a figure may be on, say. */
const smallest = 16;

/** How much there is of what lists hold, as counted a minute ago at most; nothing is known before the first count. */
export class KnownAmounts {
  private amounts: Partial<Amounts> = {};
  private countedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /**
   * Rounded up to a power of two: costs are told to everybody, and must not tell of one thing or person more or less. What
   * came since the last count has room in that too.
   */
  known(): Partial<Amounts> {
    if (performance.now() - this.countedAt > holdsFor) void this.refresh();
    return this.amounts;
  }

  /** Counts anew; keeps what is known where that fails. */
  async refresh(): Promise<void> {
    this.countedAt = performance.now();
    try {
      const counted = await countAmounts(this.database);
      if (!counted) return;
      const rounded = Object.entries(counted).map(([name, amount]) => [name, roundedUp(Number(amount))]);
      this.amounts = Object.fromEntries(rounded) as Partial<Amounts>;
    } catch (error) {
      this.logger.warn({ err: error }, 'how much there is could not be counted: costs are estimated without');
    }
  }
}

function roundedUp(amount: number): number {
  return Math.max(smallest, 2 ** Math.ceil(Math.log2(Math.max(1, amount))));
}
