import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureDebianPackages, onPath } from '../../../e2e/find-browser';

/** A coordinator and its shards, reached over sockets in a temporary folder and nowhere else. */
export interface PostgresCluster {
  readonly shards: number;
  /** Runs SQL on one shard (its number from 0). */
  onShard(shard: number, sql: string): string;
  /** Runs SQL on the coordinator; rows come back as lines, cells between tabs. */
  onCoordinator(sql: string): string;
  /** Copies a file that is in the cluster's folder, or given as text, into a table of one shard. */
  copyToShard(shard: number, table: string, tsv: string): void;
  stop(): void;
}

/** The folder of PostgreSQL's server programs; installs them on Debian as root; else `undefined`. */
export function findPostgres(): string | undefined {
  ensureDebianPackages(['postgresql'], () => look() !== undefined);
  return look();
}

function look(): string | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => join(base, version, 'bin')),
    ...onPath(['initdb']).map(dirname),
  ];
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres', 'psql'].every((name) => existsSync(join(folder, name))),
  );
}

/**
 * Starts a cluster of `shards` servers behind one coordinator with `postgres_fdw`. The server refuses
 * to run as root, so under root it runs as the system's user `postgres`.
 *
 * @throws Error with the program's own words where one does not start
 */
export function startPostgresCluster(bin: string, shards = 2): PostgresCluster {
  const folder = mkdtempSync(join(tmpdir(), 'qz-pg-'));
  const owner = serverOwner();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const run = (program: string, args: readonly string[], input?: string): string => {
    const options: SpawnSyncOptions = {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder },
      ...(input === undefined ? {} : { input }),
      // A server keeps the pipes of the program that started it: with `ignore` none waits for it.
      ...(program === 'pg_ctl' ? { stdio: 'ignore' } : {}),
    };
    const done = spawnSync(join(bin, program), args, options);
    if (done.status !== 0) {
      throw new Error(`${program} failed: ${String(done.stderr ?? done.error ?? '')}`);
    }
    return String(done.stdout ?? '');
  };
  const names = ['coordinator', ...Array.from({ length: shards }, (_, n) => `shard${n}`)];
  const running: string[] = [];
  const stop = () => {
    for (const name of running.splice(0)) {
      run('pg_ctl', ['-D', join(folder, name), '-m', 'immediate', '-w', 'stop']);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const template = join(folder, 'template');
    run('initdb', [
      '-D',
      template,
      '-A',
      'trust',
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--no-sync',
      '--locale=C',
    ]);
    for (const name of names) {
      // `cp -a` as the owner: the files must stay his.
      const copied = spawnSync('cp', ['-a', template, join(folder, name)], { ...owner });
      if (copied.status !== 0) cpSync(template, join(folder, name), { recursive: true });
      const settings = [
        `-c listen_addresses=''`,
        `-c unix_socket_directories='${folder}'`,
        `-c port=${port(names.indexOf(name))}`,
        '-c fsync=off -c shared_buffers=32MB -c max_connections=10 -c autovacuum=off',
      ];
      run('pg_ctl', [
        '-D',
        join(folder, name),
        '-l',
        join(folder, `${name}.log`),
        '-o',
        settings.join(' '),
        '-w',
        'start',
      ]);
      running.push(name);
    }
    const query = (server: number, sql: string) =>
      run(
        'psql',
        [
          '-h',
          folder,
          '-p',
          `${port(server)}`,
          '-U',
          'postgres',
          '-X',
          '-q',
          '-A',
          '-t',
          '-F',
          '\t',
          '-v',
          'ON_ERROR_STOP=1',
          '-f',
          '-',
        ],
        sql,
      );
    query(0, foreignServers(folder, shards));
    return {
      shards,
      onShard: (shard, sql) => query(shard + 1, sql),
      onCoordinator: (sql) => query(0, sql),
      copyToShard: (shard, table, tsv) => {
        query(shard + 1, `COPY ${table} FROM STDIN;\n${tsv}\\.\n`);
      },
      stop,
    };
  } catch (problem) {
    stop();
    throw problem;
  }
}

/** Ports only name the socket files. */
const port = (server: number) => 6_400 + server;

function foreignServers(folder: string, shards: number): string {
  const lines = ['CREATE EXTENSION postgres_fdw;'];
  for (let shard = 0; shard < shards; shard += 1) {
    lines.push(
      `CREATE SERVER shard${shard} FOREIGN DATA WRAPPER postgres_fdw
         OPTIONS (host '${folder}', port '${port(shard + 1)}', dbname 'postgres', fetch_size '50000');`,
      `CREATE USER MAPPING FOR postgres SERVER shard${shard} OPTIONS (user 'postgres');`,
    );
  }
  return lines.join('\n');
}

/** The system's user `postgres`, where this process is root. */
function serverOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => {
    const done = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error('There is no system user "postgres" to run the server.');
    return Number(done.stdout);
  };
  return { uid: id('-u'), gid: id('-g') };
}
