import { ordered } from './ordered';
import { rightFrom } from './scores';

/** Predictions in their order, so that the area under the curve is computed fast for any weights of people. */
export class Ranking {
  private readonly personOf: Int32Array;
  private readonly right: Uint8Array;
  /** 1 where the next prediction is a higher one. */
  private readonly endsTie: Uint8Array;

  constructor(scores: Float64Array, predicted: Float64Array, personOf: Int32Array) {
    const order = ordered(predicted);
    this.personOf = order.map((index) => personOf[index]!);
    this.right = Uint8Array.from(order, (index) => (scores[index]! >= rightFrom ? 1 : 0));
    this.endsTie = Uint8Array.from(order, (index, place) =>
      predicted[order[place + 1] ?? -1] === predicted[index] ? 0 : 1,
    );
  }

  /** The area under the curve where each person's answers count as often as the weight says; NaN where it cannot be computed. */
  areaUnderCurve(weights: Int32Array): number {
    let [inOrder, wrongBelow, right, wrongTied, rightTied] = [0, 0, 0, 0, 0];
    for (let place = 0; place < this.right.length; place++) {
      const weight = weights[this.personOf[place]!]!;
      if (this.right[place]) rightTied += weight;
      else wrongTied += weight;
      if (!this.endsTie[place]) continue;
      inOrder += rightTied * (wrongBelow + wrongTied / 2);
      wrongBelow += wrongTied;
      right += rightTied;
      wrongTied = rightTied = 0;
    }
    return inOrder / (right * wrongBelow);
  }
}
