/** The only file that reads the environment. */
import { z } from 'zod';
import { findMisspelt, type Misspelt } from './misspelt-settings.ts';
import { fault, type SettingFault, toFault } from './setting-faults.ts';

const httpUrl = z.url({ protocol: /^https?$/ });
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

const variables = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(3000),
    meaning: 'Listening port.',
    sample: '3000',
  },
  HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    meaning: 'Listening address. 127.0.0.1 fits a reverse proxy on the same machine.',
    sample: '127.0.0.1',
  },
  WORKER_PORT: {
    schema: z.coerce.number().int().min(0).max(65535).optional(),
    meaning: 'Port at which a process of `worker` shows /healthz, /readyz and /metrics; without it, none.',
    sample: '3001',
  },
  PUBLIC_URL: {
    schema: httpUrl,
    meaning:
      'Address that platforms and browsers use, without a path. https, unless ALLOW_INSECURE_LOOPBACK is on.',
    sample: 'https://numplus.example.org',
  },
  DATABASE_URL: {
    schema: z.string().min(1).max(2000).default('sqlite:data/numplus.db'),
    meaning:
      'Where data is kept: sqlite:<file> on one machine, or mongodb://<host>/<database name> for several processes.',
    sample: 'sqlite:data/numplus.db',
  },
  SECRET_KEY: {
    schema: z.string().min(32).max(500),
    meaning:
      'At least 32 random characters (`openssl rand -base64 48`). Losing it loses sealed texts and credentials.',
    sample: '',
  },
  SECRET_KEY_PREVIOUS: {
    schema: z.string().min(32).max(500).optional(),
    meaning: 'The key before the last change, during a rotation.',
    sample: '',
  },
  LRS_ENDPOINT: {
    schema: httpUrl.optional(),
    meaning: 'Statement endpoint of the default study, e.g. https://lrs.example.org/xapi.',
    sample: '',
  },
  LRS_KEY: { schema: z.string().max(500).optional(), meaning: 'Basic key of that endpoint.', sample: '' },
  LRS_SECRET: {
    schema: z.string().max(500).optional(),
    meaning: 'Basic secret of that endpoint.',
    sample: '',
  },
  ALLOW_INSECURE_LOOPBACK: {
    schema: onOff.default(false),
    meaning: 'on: platforms and record stores may be http on loopback names. For trials on one machine only.',
    sample: 'off',
  },
  TRUST_PROXY: {
    schema: z.coerce.number().int().min(0).max(10).default(0),
    meaning: 'How many reverse proxies stand in front, so that rate limits see the real address.',
    sample: '1',
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    meaning: 'Least severe line that is logged.',
    sample: 'info',
  },
  ATTEMPT_IDLE_DAYS: {
    schema: z.coerce.number().int().min(1).max(3650).default(60),
    meaning: 'After how many days without an action an attempt is closed as abandoned.',
    sample: '60',
  },
  AUDIT_KEPT_MONTHS: {
    schema: z.coerce.number().int().min(1).max(1200).default(60),
    meaning: 'How many months the record of who read and changed what is kept.',
    sample: '60',
  },
  OUTBOX_LIMIT: {
    schema: z.coerce.number().int().min(1_000).max(100_000_000).default(250_000),
    meaning:
      'Statements that may wait for record stores; above it games keep their work until there is room.',
    sample: '250000',
  },
  ALERT_WEBHOOK_URL: {
    schema: httpUrl.optional(),
    meaning:
      'Address that a chat service or an alert manager gave; JSON is posted there when deliveries need you.',
    sample: '',
  },
  METRICS_TOKEN: {
    schema: z
      .string()
      .min(32)
      .max(500)
      .regex(/^[\w.~+/=-]+$/)
      .optional(),
    meaning:
      'Bearer of GET /metrics for Prometheus, at least 32 random characters; without it nothing is shown there.',
    sample: '',
  },
  EFFORT_FLAGS: {
    schema: onOff.default(true),
    meaning:
      'off: scenes closed without a try, or played faster than people can, count at once. For load tests only.',
    sample: 'on',
  },
  CONTENT_DIR: {
    schema: z.string().min(1).max(1000).optional(),
    meaning: 'Folder of scenarios, where it is not the one delivered with NUM+.',
    sample: '',
  },
} as const;

type VariableName = keyof typeof variables;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly workerPort: number | null;
  /** Without a path or trailing slash. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly secretKey: string;
  readonly secretKeyPrevious: string | null;
  /** Without a trailing slash. The exact spelling identifies the record store. */
  readonly lrs: { readonly endpoint: string; readonly key: string; readonly secret: string } | null;
  readonly allowInsecureLoopback: boolean;
  readonly trustProxy: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly attemptIdleDays: number;
  readonly auditMonths: number;
  readonly outboxLimit: number;
  readonly alertWebhookUrl: string | null;
  /** Null: no /metrics. */
  readonly metricsToken: string | null;
  /** Flags hold a grade back until staff decide. */
  readonly flagsEffort: boolean;
  readonly contentDir: string | null;
  /** Environment names that we don't use but that look like typos of ours. */
  readonly misspelt: readonly Misspelt[];
}

/** The message holds names and codes only: safe to log, never shown. */
export class ConfigError extends Error {
  readonly faults: readonly SettingFault[];
  readonly misspelt: readonly Misspelt[];

  constructor(faults: readonly SettingFault[], misspelt: readonly Misspelt[]) {
    super(faults.map(({ setting, kind }) => `${setting} ${kind}`).join(', '));
    this.name = 'ConfigError';
    this.faults = faults;
    this.misspelt = misspelt;
  }
}

const environment = z.object(
  Object.fromEntries(Object.entries(variables).map(([name, { schema }]) => [name, schema])) as {
    [Name in VariableName]: (typeof variables)[Name]['schema'];
  },
);

/**
 * @param env empty strings count as absent, as from shells and compose files
 * @throws ConfigError naming every faulty variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const misspelt = findMisspelt(Object.keys(given), Object.keys(variables));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => toFault(issue, given[issue.path.join('.')])),
      misspelt,
    );
  }
  const values = parsed.data;
  const faults = contradictions(values);
  if (faults.length > 0) throw new ConfigError(faults, misspelt);
  return {
    port: values.PORT,
    host: values.HOST,
    workerPort: values.WORKER_PORT ?? null,
    publicUrl: new URL(values.PUBLIC_URL).origin,
    databaseUrl: values.DATABASE_URL,
    secretKey: values.SECRET_KEY,
    secretKeyPrevious: values.SECRET_KEY_PREVIOUS ?? null,
    lrs:
      values.LRS_ENDPOINT === undefined
        ? null
        : {
            endpoint: values.LRS_ENDPOINT.replace(/\/+$/, ''),
            key: values.LRS_KEY ?? '',
            secret: values.LRS_SECRET ?? '',
          },
    allowInsecureLoopback: values.ALLOW_INSECURE_LOOPBACK,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    attemptIdleDays: values.ATTEMPT_IDLE_DAYS,
    auditMonths: values.AUDIT_KEPT_MONTHS,
    outboxLimit: values.OUTBOX_LIMIT,
    alertWebhookUrl: values.ALERT_WEBHOOK_URL ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    flagsEffort: values.EFFORT_FLAGS,
    contentDir: values.CONTENT_DIR ?? null,
    misspelt,
  };
}

/**
 * Settings of the environment, except those that the demo sets itself.
 * @throws ConfigError naming every faulty variable
 */
export function readDemoConfig(
  own: Partial<Record<VariableName, string>>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.entries(env).filter(([, value]) => value !== '');
  return readConfig({ LOG_LEVEL: 'warn', ...Object.fromEntries(given), ...own });
}

function contradictions(values: z.infer<typeof environment>): SettingFault[] {
  const faults: SettingFault[] = [];
  for (const name of ['PUBLIC_URL', 'LRS_ENDPOINT', 'ALERT_WEBHOOK_URL'] as const) {
    const value = values[name];
    if (value === undefined || new URL(value).protocol === 'https:') continue;
    if (!values.ALLOW_INSECURE_LOOPBACK || !isLoopbackHost(new URL(value).hostname)) {
      faults.push(fault(name, 'not-https'));
    }
  }
  // fetch refuses credentials in URLs, and lists would show them.
  if (values.LRS_ENDPOINT !== undefined && holdsCredentials(new URL(values.LRS_ENDPOINT))) {
    faults.push(fault('LRS_ENDPOINT', 'holds-credentials'));
  }
  if (new URL(values.PUBLIC_URL).pathname !== '/') faults.push(fault('PUBLIC_URL', 'has-path'));
  return faults;
}

function holdsCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

/** Browsers resolve `*.localhost` to loopback by themselves. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

export function renderEnvExample(): string {
  const lines = Object.entries(variables).map(([name, { meaning, sample }]) => {
    const required = name === 'PUBLIC_URL' || name === 'SECRET_KEY';
    return `# ${meaning}\n${required ? '' : '# '}${name}=${sample}\n`;
  });
  return `# Settings of NUM+. Made from server/base/config.ts by \`npm run generate\`; lines with # are optional.\n\n${lines.join('\n')}`;
}
