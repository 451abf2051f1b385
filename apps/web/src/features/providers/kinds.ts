import type { ProviderKind } from '@prologue/contracts'

type Kind = {
  label: string
  /** What a provider of the kind is called until somebody says otherwise. */
  name: string
  /** Where its key is made; '' where there are many such places. */
  keyHint: string
  modelsHint: string
}

export const kinds: Readonly<Record<ProviderKind, Kind>> = {
  openai: {
    label: 'OpenAI',
    name: 'OpenAI',
    keyHint: 'It begins with sk-.',
    modelsHint: 'As OpenAI names them, such as gpt-5.4-mini.',
  },
  anthropic: {
    label: 'Anthropic',
    name: 'Anthropic',
    keyHint: 'It begins with sk-ant-.',
    modelsHint: 'As Anthropic names them, such as claude-haiku-4-5.',
  },
  google: {
    label: 'Google',
    name: 'Google',
    keyHint: 'From Google AI Studio.',
    modelsHint: 'As Google names them, such as gemini-3.5-flash-lite.',
  },
  'openai-compatible': {
    label: 'Your own server',
    name: '',
    keyHint: 'Most servers of one’s own need none.',
    modelsHint: 'As the server names them, such as llama3.2.',
  },
}

type Program = { name: string; baseUrl: string; modelsHint: string }

/** What runs models on a machine of one's own, and where each listens unless it is told otherwise. */
export const programs: readonly Program[] = [
  { name: 'Ollama', baseUrl: 'http://localhost:11434/v1', modelsHint: 'As “ollama list” names them, such as llama3.2.' },
  { name: 'vLLM', baseUrl: 'http://localhost:8000/v1', modelsHint: 'What it was started with, such as Qwen/Qwen3-8B.' },
  { name: 'llama.cpp', baseUrl: 'http://localhost:8080/v1', modelsHint: 'It serves one model, under any name you give it.' },
  { name: 'LM Studio', baseUrl: 'http://localhost:1234/v1', modelsHint: 'As its list of loaded models names them.' },
]
