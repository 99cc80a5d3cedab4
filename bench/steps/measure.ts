import { readFileSync } from 'node:fs';

/** CPU milliseconds that a process has used so far (user and system). */
export function cpuMillis(pid: number | 'self'): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process in MB. */
export function residentMegabytes(pid: number | 'self'): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

export interface Load {
  /** Steps a second. */
  rate: number;
  p50: number;
  p99: number;
  steps: number;
}

/** Runs `steps` steps with so many at a time, each worker on cases of its own, and measures rate and latency in milliseconds. */
export async function load(workers: number, cases: number, steps: number, step: (index: number) => Promise<void>): Promise<Load> {
  const latencies: number[] = [];
  const started = performance.now();
  const perWorker = Math.ceil(steps / workers);
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const own = Array.from({ length: cases }, (_each, index) => index).filter((index) => index % workers === worker);
      for (let turn = 0; turn < perWorker; turn += 1) {
        const before = performance.now();
        await step(own[turn % own.length] as number);
        latencies.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((one, other) => one - other);
  const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] as number;
  return { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), steps: latencies.length };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
