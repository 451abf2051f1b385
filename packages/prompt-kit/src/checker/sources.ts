/** Where rules come from: specifications, and what the makers of models advise. */
export const sources = {
  liquid: 'https://liquidjs.com/tutorials/intro-to-liquid.html',
  commonMark: 'https://spec.commonmark.org/0.31.2/',
  unicode: 'https://www.unicode.org/reports/tr36/',
  injection: 'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
  claude: 'https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/claude-prompting-best-practices',
  gpt: 'https://platform.openai.com/docs/guides/prompt-engineering',
  gemini: 'https://ai.google.dev/gemini-api/docs/prompting-strategies',
  leakage: 'https://genai.owasp.org/llmrisk/llm072025-system-prompt-leakage/',
  caching: 'https://platform.openai.com/docs/guides/prompt-caching',
  house: 'Prologue',
} as const
