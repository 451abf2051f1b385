import { config, z } from 'zod'

// The page's content policy allows no code from text, which zod would otherwise try once to compile its parsers.
if ('document' in globalThis) config({ jitless: true })

export { z }
