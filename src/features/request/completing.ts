import { takeTurns } from '../../shared/slices';

/** So many items of a list are completed at a stretch. */
const itemsAtAStretch = 100;

/**
 * Lets the values of one request's answer through in turns: those of one batch arrive together, and would all be completed at
 * a stretch, each with everything that is selected of it. What is loaded for them waits until all are through: it is read
 * at once, as if they had been completed at a stretch.
 */
export class Completing {
  private waiting: (() => void)[] = [];
  private held: (() => void)[] = [];
  private isLetting = false;

  constructor(private readonly gone: AbortSignal) {}

  /** The same value, when it is its turn. */
  async inTurn<Value>(value: Value): Promise<Value> {
    await this.turn();
    return value;
  }

  /** The same items, those after the first in turns, some at a time; the list itself where it is short. */
  inParts<Item>(items: readonly Item[]): readonly (Item | Promise<Item>)[] {
    if (items.length <= itemsAtAStretch) return items;
    let turn = Promise.resolve();
    return items.map((item, index) => {
      if (index < itemsAtAStretch) return item;
      if (index % itemsAtAStretch === 0) turn = this.turn();
      return turn.then(() => item);
    });
  }

  /** Loads once all that waits for its turn is through: what that asks for then belongs to the same batch. */
  whenThrough(load: () => void): void {
    void afterPromises().then(() => {
      if (this.isLetting) this.held.push(load);
      else load();
    });
  }

  private async turn(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      if (!this.isLetting) void this.letThrough();
    });
    this.gone.throwIfAborted();
  }

  private async letThrough(): Promise<void> {
    this.isLetting = true;
    while (this.waiting.length > 0) {
      const waiting = this.waiting;
      this.waiting = [];
      for (const goOn of waiting) {
        await takeTurns();
        goOn();
        await afterPromises();
      }
    }
    this.isLetting = false;
    const held = this.held;
    this.held = [];
    for (const load of held) load();
  }
}

/** When everything is done that promises that are kept already lead to, as DataLoader waits for the keys of a batch. */
function afterPromises(): Promise<void> {
  return new Promise((resolve) => {
    void Promise.resolve().then(() => {
      process.nextTick(resolve);
    });
  });
}
