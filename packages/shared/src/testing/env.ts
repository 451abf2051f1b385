/** The MySQL server that tests may use, if there is one. */
export function testMysqlUrl(): string | undefined {
  return process.env['TEST_MYSQL_URL']
}

/** The Redis server that tests may use, if there is one. Others use it at the same time. */
export function testRedisUrl(): string | undefined {
  return process.env['TEST_REDIS_URL']
}
