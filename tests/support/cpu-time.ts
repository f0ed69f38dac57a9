/** Processor time of some work in this process, milliseconds: the same on a busy machine as on a quiet one. */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
