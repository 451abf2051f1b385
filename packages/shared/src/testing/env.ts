/** The MySQL server that tests may use, if there is one. */
export function testMysqlUrl(): string | undefined {
  return process.env['TEST_MYSQL_URL']
}
