import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: null, redisUrl: null, trustProxy: 0 })
    expect(readEnv({ DATA_DIR: '/srv/prologue' }).databaseUrl).toBe('sqlite:/srv/prologue/prologue.sqlite')
    expect(readEnv({ DATABASE_URL: '' }).databaseUrl).toMatch(/^sqlite:.*\/data\/prologue\.sqlite$/)
  })

  it('changes the schema by the same account unless there is another for it', () => {
    const DATABASE_URL = 'mysql://prologue:secret@db/prologue'
    const DATABASE_OWNER_URL = 'mysql://owner:secret@db/prologue'
    expect(readEnv({ DATABASE_URL }).databaseOwnerUrl).toBe(DATABASE_URL)
    expect(readEnv({ DATABASE_URL, DATABASE_OWNER_URL })).toMatchObject({
      databaseUrl: DATABASE_URL,
      databaseOwnerUrl: DATABASE_OWNER_URL,
    })
    expect(() => readEnv({ DATABASE_OWNER_URL: 'owner' })).toThrow('DATABASE_OWNER_URL: must be mysql://user')
  })

  it('names every variable that is wrong', () => {
    const wrong = { PORT: 'eighty', DATABASE_URL: 'postgres://db/prologue', PUBLIC_URL: 'http://prologue.example' }
    expect(() => readEnv(wrong)).toThrow(/PORT: must be a whole number.*DATABASE_URL: must be mysql/s)
    expect(() => readEnv({ DATABASE_URL: 'mysql://' })).toThrow('DATABASE_URL: must be mysql://user')
    expect(() => readEnv({ REDIS_URL: 'localhost:6379' })).toThrow('REDIS_URL: must be redis://user')
    expect(() => readEnv({ PUBLIC_URL: 'http://prologue.example' })).toThrow('PUBLIC_URL: must begin with https://')
  })

  it('sends mail by a server that is told whom it comes from', () => {
    const SMTP_URL = 'smtp://user:secret@mail.example:587'
    const MAIL_FROM = 'Prologue <prologue@example.com>'
    expect(readEnv({}).mailServer).toBeNull()
    expect(readEnv({ SMTP_URL, MAIL_FROM }).mailServer).toEqual({ url: SMTP_URL, from: MAIL_FROM })
    expect(() => readEnv({ SMTP_URL })).toThrow('MAIL_FROM: must be set with SMTP_URL')
    expect(() => readEnv({ SMTP_URL: 'mail.example', MAIL_FROM })).toThrow('SMTP_URL: must be smtp://user')
    expect(() => readEnv({ SMTP_URL, MAIL_FROM: 'Prologue' })).toThrow('MAIL_FROM: must be an address')
  })

  it('knows the models of whom it has a key, and of a server of its own', () => {
    expect(readEnv({}).models).toEqual({ environment: [], privateNetworks: false, dailyBudget: undefined })
    const { environment } = readEnv({
      OPENAI_API_KEY: 'sk-one',
      ANTHROPIC_API_KEY: 'sk-two',
      ANTHROPIC_MODELS: ' claude-opus-5, claude-haiku-4-5,claude-opus-5,',
      MODEL_SERVER_URL: 'http://localhost:11434/v1',
      MODEL_SERVER_MODELS: 'llama3.3',
    }).models
    expect(environment.map(({ id, key, models, baseUrl }) => [id, key, models.length, baseUrl])).toEqual([
      ['env:openai', 'sk-one', 2, null],
      ['env:anthropic', 'sk-two', 2, null],
      ['env:server', null, 1, 'http://localhost:11434/v1'],
    ])
    expect(readEnv({ MODEL_DAILY_BUDGET_USD: '2.50', MODEL_PRIVATE_NETWORKS: 'yes' }).models).toMatchObject({
      dailyBudget: 2_500_000,
      privateNetworks: true,
    })
    expect(readEnv({ MODEL_DAILY_BUDGET_USD: 'none' }).models.dailyBudget).toBeNull()
    expect(readEnv({ MODEL_DAILY_BUDGET_USD: '0' }).models.dailyBudget).toBe(0)
  })

  it('says what is wrong about models', () => {
    const MODEL_SERVER_URL = 'http://localhost:11434/v1'
    expect(() => readEnv({ MODEL_SERVER_URL })).toThrow('MODEL_SERVER_MODELS: must be set with MODEL_SERVER_URL')
    expect(() => readEnv({ MODEL_SERVER_URL: 'localhost:11434' })).toThrow('MODEL_SERVER_URL: must be the address')
    for (const url of [
      'http://me:secret@host/v1',
      'http://:secret@host/v1',
      'http://host/v1?key=secret',
      'http://host/v1#secret',
    ]) {
      const read = () => readEnv({ MODEL_SERVER_URL: url, MODEL_SERVER_MODELS: 'llama3.3' })
      expect(read).toThrow('a key is MODEL_SERVER_KEY')
      expect(read).not.toThrow('secret')
    }
    expect(() => readEnv({ MODEL_DAILY_BUDGET_USD: 'ten' })).toThrow('MODEL_DAILY_BUDGET_USD: must be US dollars')
    expect(() => readEnv({ MODEL_PRIVATE_NETWORKS: 'maybe' })).toThrow('MODEL_PRIVATE_NETWORKS: must be yes or no')
    expect(() => readEnv({ OPENAI_MODELS: ' , ' })).toThrow('OPENAI_MODELS: must be names')
  })

  it('takes an address without its path', () => {
    expect(readEnv({ PUBLIC_URL: 'https://prologue.example/' }).publicUrl).toBe('https://prologue.example')
    expect(readEnv({ PUBLIC_URL: 'http://localhost:8080' }).publicUrl).toBe('http://localhost:8080')
  })
})
