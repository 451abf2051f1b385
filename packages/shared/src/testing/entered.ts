/** What signing up or in gave somebody whom it let in at once. @throws Error where it asked for more */
export function entered<T extends { status: string }>(answer: T): Extract<T, { status: 'signed-in' }> {
  if (!isEntered(answer)) throw new Error(`It answered ${answer.status}`)
  return answer
}

function isEntered<T extends { status: string }>(answer: T): answer is Extract<T, { status: 'signed-in' }> {
  return answer.status === 'signed-in'
}
