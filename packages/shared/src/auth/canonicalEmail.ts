/** The form in which addresses are compared and unique: normalised and lower case, as every large mail service treats them. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}
