/**
 * `npm test`: types, lint, then every test; ends in one line `N passed, N failed`. Types and lint count as one
 * check each, so that the line says all there is to say.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';

const results = 'build/test-results.json';
const Results = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

function run(command: string, ...args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

const checks = [
  run('tsc', '--noEmit'),
  run('tsc', '--noEmit', '-p', 'desk'),
  run('tsc', '--noEmit', '-p', 'shared/html/assets'),
  run('biome', 'check', '.'),
];

rmSync(results, { force: true });
const tested = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`);
const { numPassedTests, numFailedTests } = Results.parse(JSON.parse(readFileSync(results, 'utf8')));

const passed = numPassedTests + checks.filter((good) => good).length;
// A file that can't be loaded fails the run without a failed test of its own.
const unloaded = !tested && numFailedTests === 0 ? 1 : 0;
const failed = numFailedTests + unloaded + checks.filter((good) => !good).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
