/** All commands, and the file of each. A test walks them (tests/unit/server/cli/audited-commands.test.ts). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { projectRoot } from '../base/project-root.ts';
import { refuseExtraArguments } from './extra-arguments.ts';

const packageFile = z.object({ version: z.string(), description: z.string() });
const { version, description } = packageFile.parse(
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')),
);

type AddCommand = (program: Command) => void;

/** In the order of the help. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  serve: async () => (await import('./serve.ts')).addServeCommand,
  worker: async () => (await import('./worker.ts')).addWorkerCommand,
  demo: async () => (await import('./demo.ts')).addDemoCommand,
  platform: async () => (await import('./platform.ts')).addPlatformCommand,
  deployment: async () => (await import('./deployment.ts')).addDeploymentCommand,
  session: async () => (await import('./session.ts')).addSessionCommand,
  study: async () => (await import('./study.ts')).addStudyCommand,
  person: async () => (await import('./person.ts')).addPersonCommand,
  retention: async () => (await import('./retention.ts')).addRetentionCommand,
  lrs: async () => (await import('./lrs.ts')).addLrsCommand,
  outbox: async () => (await import('./outbox.ts')).addOutboxCommand,
  grades: async () => (await import('./grades.ts')).addGradesCommand,
  export: async () => (await import('./export.ts')).addExportCommand,
  receipt: async () => (await import('./receipt.ts')).addReceiptCommand,
  attempt: async () => (await import('./attempt.ts')).addAttemptCommand,
  rescore: async () => (await import('./rescore.ts')).addRescoreCommand,
  scenario: async () => (await import('./scenario.ts')).addScenarioCommand,
  simulate: async () => (await import('./simulate.ts')).addSimulateCommand,
  resources: async () => (await import('./resources.ts')).addResourcesCommand,
  calibrate: async () => (await import('./calibrate.ts')).addCalibrateCommand,
  adoption: async () => (await import('./adoption.ts')).addAdoptionCommand,
  audit: async () => (await import('./audit.ts')).addAuditCommand,
  doctor: async () => (await import('./doctor.ts')).addDoctorCommand,
  backup: async () => (await import('./backup.ts')).addBackupCommand,
  restore: async () => (await import('./restore.ts')).addRestoreCommand,
  'migrate-store': async () => (await import('./migrate-store.ts')).addMigrateStoreCommand,
  secret: async () => (await import('./secret.ts')).addSecretCommand,
};

/**
 * @param asked the first word of the command line: if it is a command, no other command's code is loaded, since that is
 * most of what a short command takes
 */
export async function createProgram(asked = ''): Promise<Command> {
  const program = new Command('numplus').description(description).version(version);
  refuseExtraArguments(program);
  const wanted = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
  for (const name of wanted) (await commands[name]?.())?.(program);
  return program;
}
