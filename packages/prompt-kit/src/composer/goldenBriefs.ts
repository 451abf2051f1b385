import type { Archetype } from '../brief/schema.ts'

/** One brief a kind of work, as somebody might type it; the golden files hold what each family makes of it. */
export const goldenBriefs: Record<Archetype, string> = {
  support: `We run Kettle & Spoke, a bike shop in Ghent with a workshop.
I need a support assistant that answers questions about repairs, opening hours and orders. Friendly tone, at most 120 words.
Never promise a refund; instead offer to open a ticket. If you don't know the answer, say so. Hand over to a colleague when somebody is angry.`,
  extract: `Extract the tenant, the monthly rent, the deposit and the notice period from rental contracts and return JSON.
The user pastes the contract as plain text.
Rules:
- keep amounts with their currency
- do not convert dates
Output:
\`\`\`json
{"tenant": "", "rent": "", "deposit": "", "noticePeriod": ""}
\`\`\``,
  classify: `Classify incoming tickets as billing, technical, account or other.
Give one sentence of reasoning, then the label on its own line.
Examples:
Input: I was charged twice in March
Output: The customer disputes a charge. billing
Input: The app closes when I open a map
Output: The app crashes. technical`,
  summarise: 'Summarise minutes of council meetings for busy residents in 5 bullets, plain English, no jargon',
  write: `You are a copywriter for a small ceramics studio.
Your task is to write product descriptions from the notes I paste.
Audience: people who look for a gift
Tone: warm, concise
Avoid exclamation marks. Keep it under 80 words.`,
  rewrite:
    'I want you to act as a translator for board game manuals. I will paste a page in German and you will translate it into English. Keep the numbering. Only reply with the translation. Do not explain your choices.',
  code: `Act as a senior TypeScript developer. Your task is to review and fix the React components I send you.

You will:
1. Point out what breaks, with the line
2. Propose the smallest change
3. Show the corrected component

Constraints:
- No new dependencies
- Follow the style of the file`,
  tutor:
    'A chemistry tutor for students that explains one idea at a time and asks a question after each step. Be patient and encouraging. Never give the full solution before the student has tried.',
  analyse: `# Role
Data analyst for a regional bakery chain

# Task
Find out which shops lose money and why

# Inputs
- \`\${sales}\` - weekly sales by shop, as CSV
- \`\${costs}\` - costs by shop

# Format
A table with shop, weekly result and main reason, then three sentences.`,
  plan: 'Help me plan a training schedule for my first marathon. I have 16 weeks and can run four days a week. Answer as a table.',
  roleplay:
    'Pretend to be an innkeeper in a rainy mountain pass. I am a traveller who has lost the map. Stay in character, answer in at most 3 sentences and always end with a question.',
  agent: `An agent that watches our issue tracker, labels new issues and drafts replies.
Tools:
- search_issues: find earlier reports of the same problem
- add_label: set one label
Ask before you close an issue. If a tool fails twice, stop and report it.`,
}
