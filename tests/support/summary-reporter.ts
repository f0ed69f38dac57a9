/**
 * Closes a test run with one plain line, `N passed, N failed`, which needs no knowledge of the runner to read. What was
 * not run for a reason stands on lines of its own above it.
 */
import type { Reporter, TestModule } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    // A file that could not be loaded has no tests to fail: it counts as one failure itself.
    let failed = unhandledErrors.length;
    let skipped = 0;
    const reasons = new Set<string>();
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else skipped += 1;
        if (result.state === 'skipped' && result.note !== undefined) reasons.add(result.note);
      }
    }
    const rest = skipped > 0 ? `, ${skipped} skipped` : '';
    for (const reason of reasons) process.stdout.write(`\n${reason}`);
    process.stdout.write(`\n${passed} passed, ${failed} failed${rest}\n`);
  }
}
