/** All commands. A test walks them (tests/unit/server/cli/audited-commands.test.ts). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { projectRoot } from '../base/project-root.ts';
import { addAdoptionCommand } from './adoption.ts';
import { addAttemptCommand } from './attempt.ts';
import { addAuditCommand } from './audit.ts';
import { addBackupCommand } from './backup.ts';
import { addCalibrateCommand } from './calibrate.ts';
import { addDemoCommand } from './demo.ts';
import { addDeploymentCommand } from './deployment.ts';
import { addDoctorCommand } from './doctor.ts';
import { addExportCommand } from './export.ts';
import { addGradesCommand } from './grades.ts';
import { addLrsCommand } from './lrs.ts';
import { addMigrateStoreCommand } from './migrate-store.ts';
import { addOutboxCommand } from './outbox.ts';
import { addPersonCommand } from './person.ts';
import { addPlatformCommand } from './platform.ts';
import { addReceiptCommand } from './receipt.ts';
import { addResourcesCommand } from './resources.ts';
import { addRescoreCommand } from './rescore.ts';
import { addRestoreCommand } from './restore.ts';
import { addRetentionCommand } from './retention.ts';
//DEL } from './restore.ts';
import { addScenarioCommand } from './scenario.ts';
import { addSecretCommand } from './secret.ts';
import { addServeCommand } from './serve.ts';
import { addSessionCommand } from './session.ts';
import { addSimulateCommand } from './simulate.ts';
import { addStudyCommand } from './study.ts';
import { refuseExtraArguments } from './extra-arguments.ts';
import { addWorkerCommand } from './worker.ts';

const packageFile = z.object({ version: z.string(), description: z.string() });
const { version, description } = packageFile.parse(
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')),
);

export function createProgram(): Command {
  const program = new Command('numplus').description(description).version(version);
  refuseExtraArguments(program);
  for (const add of [
    addServeCommand,
    addWorkerCommand,
    addDemoCommand,
    addPlatformCommand,
    addDeploymentCommand,
    addSessionCommand,
    addStudyCommand,
    addPersonCommand,
    addRetentionCommand,
    addLrsCommand,
    addOutboxCommand,
    addGradesCommand,
    addExportCommand,
    addReceiptCommand,
    addAttemptCommand,
    addRescoreCommand,
    addScenarioCommand,
    addSimulateCommand,
    addResourcesCommand,
    addCalibrateCommand,
    addAdoptionCommand,
    addAuditCommand,
    addDoctorCommand,
    addBackupCommand,
    addRestoreCommand,
    addMigrateStoreCommand,
    addSecretCommand,
  ]) {
    add(program);
  }
  return program;
}
