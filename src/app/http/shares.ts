/** How much of something bounded each identity holds: none more than its share of the whole. */
export class Shares {
  private readonly held = new Map<string, number>();
  private sum = 0;

  constructor(
    private readonly most: number,
    /** The most that one identity may hold. */
    readonly mostEach: number,
  ) {}

  get total(): number {
    return this.sum;
  }

  of(identity: string): number {
    return this.held.get(identity) ?? 0;
  }

  hasRoom(identity: string, amount: number): boolean {
    return this.sum + amount <= this.most && this.of(identity) + amount <= this.mostEach;
  }

  take(identity: string, amount: number): void {
    this.change(identity, amount);
  }

  giveBack(identity: string, amount: number): void {
    this.change(identity, -amount);
  }

  private change(identity: string, amount: number): void {
    this.sum += amount;
    const held = this.of(identity) + amount;
    if (held === 0) this.held.delete(identity);
    else this.held.set(identity, held);
  }
}
