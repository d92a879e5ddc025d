/**
 * What kind of name or word a vector is of, learnt from the lists of names: there are many more names in them than in the marked text.
 * Softmax regression by AdaGrad.
 */
import { shuffle, uniform } from './random.ts';

export interface KindExample {
  /** The numbers of the vector, scaled. */
  readonly vector: Float32Array;
  readonly kind: number;
}

/** Weights for each kind: the vector's numbers, then the bias. */
export function learnKinds(examples: readonly KindExample[], kinds: number, size: number): Float32Array {
  const wide = size + 1;
  const weights = new Float32Array(kinds * wide);
  const squares = new Float32Array(kinds * wide).fill(1e-2);
  const often = new Float32Array(kinds);
  for (const { kind } of examples) often[kind] = (often[kind] as number) + 1;
  const random = uniform(7);
  const scores = new Float64Array(kinds);
  for (let epoch = 0; epoch < 12; epoch++)
    for (const { vector, kind } of shuffle([...examples], random)) {
      let total = 0;
      for (let k = 0; k < kinds; k++) {
        let sum = weights[k * wide + size] as number;
        for (let d = 0; d < size; d++) sum += (weights[k * wide + d] as number) * (vector[d] as number);
        scores[k] = Math.exp(Math.min(sum, 30));
        total += scores[k] as number;
      }
      for (let k = 0; k < kinds; k++) {
        const slope = (k === kind ? 1 : 0) - (scores[k] as number) / total;
        if (Math.abs(slope) < 0.01) continue;
        for (let d = 0; d <= size; d++) {
          const at = k * wide + d;
          const g = slope * (d < size ? (vector[d] as number) : 1);
          squares[at] = (squares[at] as number) + g * g;
          weights[at] = (weights[at] as number) + (0.05 * g) / Math.sqrt(squares[at] as number);
        }
      }
    }
  return weights;
}
