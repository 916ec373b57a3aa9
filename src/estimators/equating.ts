/** A question that the former calibration knew and that was fitted again. */
export interface Anchor {
  /** Difficulty in the former calibration, logits, and its variance. */
  readonly former: number;
  readonly formerVariance: number;
  /** Difficulty in the new fit, on its own scale, logits, and its variance. */
  readonly fitted: number;
  readonly fittedVariance: number;
}

/** A skill whose reference question is to keep its meaning. */
export interface SkillToEquate {
  /** Difficulty of its reference question in the former calibration, logits. */
  readonly reference: number;
  readonly anchors: readonly Anchor[];
  /** Mean difficulty of its questions in the new fit, on its own scale; undefined where it has none. */
  readonly usual: number | undefined;
}

export interface Equated {
  /** How far the new fit's scale lies above the former one, logits: subtracted from every ability and difficulty of the fit. */
  readonly shift: number;
  /** New difficulties of the skills' reference questions, on the former scale, in the order of the skills. */
  readonly references: readonly number[];
}

/** A shift and how far it can be trusted. */
interface Shift {
  readonly mean: number;
  /** Squared logits. */
  readonly variance: number;
}

/**
 * Squared logits: two questions that happen to agree never make a shift certain. A difficulty that was stated by hand,
 * with no variance, counts as one question too.
 */
const leastVariance = 1e-6;

/**
 * Puts a new fit on the scale of the former calibration by the questions that both know: mean-mean linking, in which the
 * scales differ by what the common questions differ in the mean (Kolen & Brennan, Test Equating, Scaling, and Linking,
 * 3rd edition 2014, section 6.2; discriminations are near 1 in both and are left alone). Questions count by their
 * precision. Skills are linked each by its own questions, shrunk toward the shift of all by the variance between the
 * skills' shifts (DerSimonian & Laird 1986), so that few questions move little. What a skill moves apart from all the
 * others is drift of its questions, not of its people: its reference question moves with them, and levels keep their
 * meaning. The questions of a skill without common ones were all taken to be as hard as its reference question: its
 * reference becomes their mean difficulty. A skill without any questions keeps its reference.
 */
export function equate(skills: readonly SkillToEquate[]): Equated {
  const linked = skills.map(({ anchors }) => (anchors.length > 0 ? shiftOf(anchors) : undefined));
  const own = linked.filter((shift) => shift !== undefined);
  const between = varianceBetween(own);
  const shift = own.length > 0 ? meanOf(own, between) : shiftOfReferences(skills);
  const references = skills.map(({ reference, usual }, place) => {
    const found = linked[place];
    if (!found) return usual === undefined ? reference : usual - shift;
    const share = between / (between + found.variance);
    return reference + share * (found.mean - shift);
  });
  return { shift, references };
}

function shiftOf(anchors: readonly Anchor[]): Shift {
  let precision = 0;
  let sum = 0;
  for (const { former, formerVariance, fitted, fittedVariance } of anchors) {
    const weight = 1 / Math.max(leastVariance, formerVariance + fittedVariance);
    precision += weight;
    sum += weight * (fitted - former);
  }
  return { mean: sum / precision, variance: 1 / precision };
}

/** Mean of shifts, by precision. */
function meanOf(shifts: readonly Shift[], between: number): number {
  let precision = 0;
  let sum = 0;
  for (const { mean, variance } of shifts) {
    const weight = 1 / (between + variance);
    precision += weight;
    sum += weight * mean;
  }
  return sum / precision;
}

/** The variance of the true shifts, beyond what chance explains in the measured ones, by the method of moments. */
function varianceBetween(shifts: readonly Shift[]): number {
  if (shifts.length < 2) return 0;
  const centre = meanOf(shifts, 0);
  let spread = 0;
  let precision = 0;
  let squares = 0;
  for (const { mean, variance } of shifts) {
    const weight = 1 / variance;
    spread += weight * (mean - centre) ** 2;
    precision += weight;
    squares += weight * weight;
  }
  return Math.max(0, (spread - (shifts.length - 1)) / (precision - squares / precision));
}

/** Where there are no common questions: those of each skill were all taken to be as hard as its reference. */
function shiftOfReferences(skills: readonly SkillToEquate[]): number {
  const known = skills.filter(({ usual }) => usual !== undefined);
  if (known.length === 0) return 0;
  return known.reduce((sum, { usual = 0, reference }) => sum + usual - reference, 0) / known.length;
}
