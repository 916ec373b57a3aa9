/** The power of the size by which a value grows: the slope of the line through the logarithms, by least squares. */
export function exponentOf(points: readonly (readonly [size: number, value: number])[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean(([size]) => size), mean(([, value]) => value)];
  const covariance = mean(([size, value]) => (size - x) * (value - y));
  return covariance / mean(([size]) => (size - x) ** 2);
}
