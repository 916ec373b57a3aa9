/** How figures are written for a viewer: what is not exact says less of the people behind it. */
export interface Rounding {
  /** Of rates, probabilities, correlations and differences of these. */
  readonly share: (value: number) => number;
  readonly minutes: (value: number) => number;
  readonly seconds: (value: number) => number;
}

const exact: Rounding = { share: same, minutes: same, seconds: same };
const rounded: Rounding = {
  share: (value) => Math.round(100 * value) / 100,
  minutes: (value) => Math.round(10 * value) / 10,
  seconds: (value) => Math.round(value),
};

/** Exact for those who may see the individuals; two digits, a tenth of a minute and whole seconds for everybody else. */
export function roundingFor({ everyone }: { readonly everyone: boolean }): Rounding {
  return everyone ? exact : rounded;
}

function same(value: number): number {
  return value;
}
