/** The address of the caller of a number. People come from many addresses; what one address may do is limited. */
export function addressOf(number: number): string {
  return `127.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}
