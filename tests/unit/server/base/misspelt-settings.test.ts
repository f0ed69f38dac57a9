import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../../server/base/config.ts';
import { checkSettings } from '../../../../server/doctor/check-settings.ts';
import { describeFinding } from '../../../../server/doctor/describe-finding.ts';

const good = { PUBLIC_URL: 'https://numplus.example.org', SECRET_KEY: 'kQ3vX9zT1mB7rY5wL2nH8cJ4fD6gS0pA' };
const lrs = ['LRS_ENDPOINT', 'LRS_KEY', 'LRS_SECRET'];

const misspeltIn = (...names: readonly string[]): unknown =>
  readConfig({ ...good, ...Object.fromEntries(names.map((name) => [name, 'hush'])) }).misspelt;

/** What shells, desktops, systemd, containers, npm, proxies, certificates and neighbours set. */
const usual = `
  _ COLORTERM COLUMNS DBUS_SESSION_BUS_ADDRESS DEBIAN_FRONTEND DISPLAY EDITOR EUID GID HISTFILE HOME HOSTNAME HOSTTYPE
  IFS INVOCATION_ID JOURNAL_STREAM LANG LANGUAGE LC_ALL LC_CTYPE LESSOPEN LINES LOGNAME LS_COLORS MACHTYPE MAIL
  MAINPID MANAGERPID MEMORY_PRESSURE_WATCH NOTIFY_SOCKET OLDPWD OSTYPE PAGER PATH PID PPID PS1 PS2 PWD SHELL SHLVL
  SSH_AUTH_SOCK SSH_CLIENT SSH_CONNECTION SSH_TTY STATE_DIRECTORY SUDO_COMMAND SUDO_GID SUDO_UID SUDO_USER
  SYSTEMD_EXEC_PID TERM TMP TMPDIR TEMP TZ UID USER USERNAME USERPROFILE VISUAL WATCHDOG_PID XDG_RUNTIME_DIR
  XDG_SESSION_ID LISTEN_FDS LISTEN_PID CREDENTIALS_DIRECTORY RUNTIME_DIRECTORY LOGS_DIRECTORY CACHE_DIRECTORY
  NODE NODE_ENV NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_VERSION NVM_DIR UV_THREADPOOL_SIZE YARN_VERSION
  npm_command npm_config_cache npm_config_loglevel npm_config_noproxy npm_execpath npm_lifecycle_event
  npm_package_name npm_package_version INIT_CWD COLOR FORCE_COLOR NO_COLOR CI DEBUG
  http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY SSL_CERT_DIR SSL_CERT_FILE CURL_CA_BUNDLE
  KUBERNETES_PORT KUBERNETES_PORT_443_TCP KUBERNETES_PORT_443_TCP_PROTO KUBERNETES_SERVICE_HOST
  KUBERNETES_SERVICE_PORT NUMPLUS_PORT NUMPLUS_SERVICE_HOST LRS_PORT LRS_PORT_80_TCP LRS_PORT_80_TCP_ADDR
  LRS_SERVICE_HOST LRS_SERVICE_PORT MONGO_PORT MONGO_SERVICE_HOST DOCKER_HOST DOCKER_PORT container
  PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE MYSQL_HOST MONGO_URL MONGODB_URI REDIS_URL REDIS_HOST DB_HOST DB_PORT
  DB_URL SMTP_HOST SMTP_PORT MAIL_HOST AWS_SECRET AWS_SECRET_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_KEY AWS_ENDPOINT
  AWS_ENDPOINT_URL LTI_KEY LTI_SECRET JWT_SECRET TLS_KEY TLS_SECRET SECRET_KEY_BASE SECRET API_KEY API_URL
  ACCESS_TOKEN AUTH_TOKEN GITHUB_TOKEN BASE_URL WEBHOOK_URL CHROMIUM_PATH MONGODB_TESTS
`
  .trim()
  .split(/\s+/);

describe('a name similar to a setting', () => {
  it.each([
    ['LRS_ENDPONT', ['LRS_ENDPOINT']],
    ['LSR_SECRET', ['LRS_SECRET']],
    ['LRS_KYE', ['LRS_KEY']],
    ['DATABASE_URI', ['DATABASE_URL']],
    ['DATABSE_ULR', ['DATABASE_URL']],
    ['PUBLICURL', ['PUBLIC_URL']],
    ['TRUSTED_PROXY', ['TRUST_PROXY']],
    ['SECRET_KEY_PREVIUOS', ['SECRET_KEY_PREVIOUS']],
    ['ATTEMPTS_IDLE_DAY', ['ATTEMPT_IDLE_DAYS']],
    ['PROT', ['PORT']],
    ['log_level', ['LOG_LEVEL']],
  ])('is found: %s', (setting, near) => {
    expect(misspeltIn(setting)).toEqual([{ setting, near }]);
  });

  it.each(['LRS_URL', 'LRS_PASSWORD'])('is found by its prefix: %s', (setting) => {
    expect(misspeltIn(setting)).toEqual([{ setting, near: lrs }]);
  });

  it('is not a variable that environments usually have', () => {
    expect(misspeltIn(...usual)).toEqual([]);
  });

  it('is not one of our settings, nor a variable without a value', () => {
    expect(readConfig({ ...good, HOST: '127.0.0.1', PORT: '3000', LRS_ENDPONT: '' }).misspelt).toEqual([]);
  });

  it('is reported beside the missing setting', () => {
    const read = (): unknown => readConfig({ SECRET_KEY: good.SECRET_KEY, PUBLIC_ULR: good.PUBLIC_URL });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      expect.objectContaining({ misspelt: [{ setting: 'PUBLIC_ULR', near: ['PUBLIC_URL'] }] }),
    );
  });
});

describe('doctor', () => {
  it.each([
    ['beside settings that can be used', good],
    ['beside settings that cannot', { SECRET_KEY: good.SECRET_KEY }],
  ])('reports a misspelt setting and what to do, without its value, %s', (_, env) => {
    const { findings } = checkSettings(() => readConfig({ ...env, LRS_ENDPONT: 'https://hush.example' }));
    const found = findings.find(({ code }) => code === 'settings.misspelt');
    if (found === undefined) throw new Error('not found');
    expect(found).toMatchObject({ state: 'note', params: { setting: 'LRS_ENDPONT', near: 'LRS_ENDPOINT' } });
    for (const language of ['fr', 'en'] as const) {
      const { meaning, todo } = describeFinding(language, found);
      expect(meaning).toMatch(/LRS_ENDPONT.*LRS_ENDPOINT/);
      expect(todo).toContain('.env.example');
    }
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});
