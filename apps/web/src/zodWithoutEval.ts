/**
 * How zod is to work in the browser, set where zod looks when it is loaded. The page's content policy allows no code from text,
 * which zod would otherwise try once to compile its parsers; the browser tells of that in the console, though zod goes on.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
