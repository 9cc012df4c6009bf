/** What the settings file of a private Redis depends on. */
export interface RedisSettings {
  readonly port: number;
  readonly password: string;
  /** The folder for its append-only file. */
  readonly folder: string;
}

/**
 * The settings of a private Redis (https://redis.io/docs/latest/operate/oss_and_stack/management/config/):
 * reachable from this machine only and with a password, every job on disk within a second,
 * and never dropping a job to make room, since an evicted job is a message that waits for the next sweep.
 */
export function redisSettings({ port, password, folder }: RedisSettings): string {
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    "protected-mode yes",
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    "appendonly yes",
    "appendfsync everysec",
    "aof-load-truncated yes",
    'save ""',
    "maxmemory-policy noeviction",
    "daemonize no",
    'logfile ""',
    "loglevel warning",
    "",
  ].join("\n");
}
