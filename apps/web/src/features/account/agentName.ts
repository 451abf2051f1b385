// Each calls itself by the names of those before it as well, so the order decides.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'an iPad'],
  [/\biPhone\b/, 'an iPhone'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const firstIn = (names: readonly (readonly [RegExp, string])[], agent: string) => names.find(([sign]) => sign.test(agent))?.[1]

/** What a browser says of itself, as people would: "Firefox on Linux"; a program by its own name. */
export function agentName(agent: string | null): string {
  if (!agent) return 'An unknown browser'
  const browser = firstIn(browsers, agent)
  const system = firstIn(systems, agent)
  if (browser) return system ? `${browser} on ${system}` : browser
  const program = /^[\w.-]+/.exec(agent)?.[0]
  return program && program !== 'Mozilla' ? program : 'An unknown browser'
}
