/** Whether everything is tried, for as long as it takes: SKILLWAKE_TEST_WHOLE. Else a run tries a sample. */
export function triesWhole(): boolean {
  return process.env['SKILLWAKE_TEST_WHOLE'] !== undefined;
}

/** What samples and values are chosen by, the same in every run: SKILLWAKE_TEST_SEED. */
export function testSeed(): number {
  return Number(process.env['SKILLWAKE_TEST_SEED'] ?? 20_261_121);
}

/** One of each kind, chosen by these numbers in [0,1); all of them in the long form. */
export function oneOfEach<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  random: () => number,
): Item[] {
  if (triesWhole()) return [...items];
  const kinds = new Map<string, Item[]>();
  for (const item of items) kinds.set(kindOf(item), [...(kinds.get(kindOf(item)) ?? []), item]);
  return [...kinds.values()].map((alike) => alike[Math.floor(random() * alike.length)]!);
}

/** How many examples a property is tried with: some in every run, many in the long form. */
export function numberOfRuns(some: number, many: number): number {
  return triesWhole() ? many : some;
}
