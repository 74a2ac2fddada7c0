// A PostgreSQL of one's own with TLS, for tests of a station that several desks work on.

import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { until } from './page.mjs'

/** Where the newest server's programs lie; undefined where there is none. */
export const PROGRAMS = (() => {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((version) => existsSync(join(root, version, 'bin/initdb'))) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  const onPath = (process.env.PATH ?? '').split(':').find((folder) => existsSync(join(folder, 'initdb')))
  return newest ? join(root, newest, 'bin') : onPath
})()

/** Ends with whoever started it, however that ends: its standard input closes then. */
const UNTIL_NOBODY_LISTENS = '"$@" >>"$LOG" 2>&1 & read -r _; kill -QUIT $!; wait $!'
const OWNER = 'owner'

/** A server refuses to run as root. */
function asNobody(program, words) {
  return process.getuid() === 0 ? ['setpriv', ['--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups', '--', program, ...words]] : [program, words]
}

async function freePort() {
  const held = createServer()
  await new Promise((resolve) => held.listen(0, '127.0.0.1', resolve))
  const { port } = held.address()
  await new Promise((resolve) => held.close(resolve))
  return port
}

/** An authority, and a certificate of it for localhost. */
function certificates(folder) {
  const openssl = (words) => execFileSync('openssl', words.split(' '), { cwd: folder, stdio: 'pipe' })
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
  openssl(`req -x509 ${key} -days 30 -subj /CN=authority -keyout authority.key -out authority.pem`)
  openssl(`req ${key} -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout data/server.key -out server.csr`)
  openssl('x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 30 -copy_extensions copy -out data/server.crt')
  chmodSync(join(folder, 'data/server.key'), 0o600)
}

/** A server that runs. Whoever owns stations on it is `owner`, by the password `owner-secret`. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'arna-postgres-'))
  const log = join(folder, 'log')
  const giveAway = () => process.getuid() === 0 && execFileSync('chown', ['-R', 'nobody:nogroup', folder])
  writeFileSync(join(folder, 'password'), `${OWNER}-secret`)
  giveAway()
  const made = asNobody(join(PROGRAMS, 'initdb'), ['--no-sync', '-E', 'UTF8', '--locale=C.UTF-8', '-U', OWNER, '-A', 'scram-sha-256', '--pwfile', join(folder, 'password'), '-D', join(folder, 'data')])
  execFileSync(...made, { stdio: 'pipe' })
  writeFileSync(join(folder, 'data/pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
  certificates(folder)
  giveAway()
  const port = await freePort()
  let child
  const start = async () => {
    const [program, words] = asNobody('sh', ['-c', UNTIL_NOBODY_LISTENS, 'sh', join(PROGRAMS, 'postgres'), '-D', join(folder, 'data'), '-p', String(port), '-k', '', '-c', 'listen_addresses=127.0.0.1', '-c', 'ssl=on', '-c', 'shared_buffers=32MB'])
    child = spawn(program, words, { env: { ...process.env, LOG: log }, stdio: ['pipe', 'inherit', 'inherit'] })
    const isReady = () => {
      try {
        return Boolean(execFileSync(join(PROGRAMS, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], { stdio: 'pipe' })) || true
      } catch {
        return false
      }
    }
    await until(isReady, existsSync(log) ? readFileSync(log, 'utf8') : 'a server')
  }
  /** Stops at once, as where the power fails. */
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.stdin.end()
    await ended
  }
  /** Sends a signal to the server and to whatever serves somebody. */
  const signal = (name) => {
    const [main] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')
    const others = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').split(' ').filter(Boolean)
    for (const one of [main, ...others]) process.kill(Number(one), name)
  }
  /** The owner's way to a database, for the server's own tool. */
  const psql = (name) => [join(PROGRAMS, 'psql'), ['-X', '-q', '-t', '-A', `host=localhost port=${port} user=${OWNER} dbname=${name} sslmode=verify-full sslrootcert=${join(folder, 'authority.pem')}`], { env: { ...process.env, PGPASSWORD: `${OWNER}-secret` } }]
  await start()
  return {
    authority: join(folder, 'authority.pem'),
    /** Where a login reaches a database. */
    address: (login, database) => `postgresql://${login}@localhost:${port}/${database}`,
    database: (name) => {
      const [program, words, how] = psql('postgres')
      execFileSync(program, [...words, '-c', `CREATE DATABASE ${name}`], { ...how, stdio: 'pipe' })
      return name
    },
    /** What a question to a database comes to. */
    ask: (name, sql) => {
      const [program, words, how] = psql(name)
      return execFileSync(program, [...words, '-c', sql], { ...how, encoding: 'utf8' }).trim()
    },
    /** Has whoever puts a station into a database wait, until what this answers is called. */
    hold: async (name) => {
      const [program, words, how] = psql(name)
      const held = spawn(program, words, { ...how, stdio: ['pipe', 'pipe', 'inherit'] })
      held.stdin.write("BEGIN;\nCREATE SCHEMA arna;\nSELECT 'held';\n")
      await new Promise((resolve) => held.stdout.once('data', resolve))
      return async () => {
        const ended = new Promise((resolve) => held.once('exit', resolve))
        held.stdin.end()
        await ended
      }
    },
    start,
    stop,
    /** Falls silent: connections stay, and nothing is answered. */
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    end: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
