import { setFlagsFromString } from 'node:v8'

/**
 * Before anything large is loaded: what lives for the length of a row is thrown away early, and not gathered into a young generation that
 * grows to a hundred megabytes, nor into an old one that may become several times what is in use. It costs little time.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=40')
}
