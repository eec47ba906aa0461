/** What a row of queries took, in milliseconds: by the clock, and of the processor (all threads of this process). */
export interface Times {
  p50: number;
  p95: number;
  max: number;
  cpuP50: number;
  cpuP95: number;
}

/** Everything is asked once beforehand: a bot that runs for weeks is measured, not its first second. */
export async function timeQueries(
  queries: readonly string[],
  ask: (query: string) => Promise<unknown>,
): Promise<Times> {
  for (const query of queries) await ask(query);
  const wall: number[] = [];
  const cpu: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    const before = process.cpuUsage();
    await ask(query);
    const { user, system } = process.cpuUsage(before);
    wall.push(performance.now() - start);
    cpu.push((user + system) / 1000);
  }
  return {
    p50: quantile(wall, 0.5),
    p95: quantile(wall, 0.95),
    max: quantile(wall, 1),
    cpuP50: quantile(cpu, 0.5),
    cpuP95: quantile(cpu, 0.95),
  };
}

/** The value that this share of the values does not exceed (nearest rank); 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
