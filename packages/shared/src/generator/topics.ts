import type { TemplateCategory } from '@prologue/contracts'

const split = (words: string) => words.trim().split(/\s+/)

/** Words that templates of a category are about. */
export const topics: Record<TemplateCategory, string[]> = {
  writing: split(`essay blog headline editor outline draft proofreading grammar style tone rewrite paragraph summary copywriting
    newsletter speech letter memoir review script caption slogan press article column interview ghostwriter thesis abstract citation`),
  coding: split(`python typescript javascript rust golang java kotlin swift database query debugger refactoring testing compiler
    kubernetes docker terminal regex algorithm frontend backend commit pipeline deployment security authentication cache latency
    migration schema library framework endpoint parser webhook`),
  data: split(`spreadsheet dashboard chart statistics regression forecast dataset cleaning pivot metric cohort survey sampling
    correlation outlier visualization warehouse extraction classification labelling anomaly report histogram experiment hypothesis`),
  support:
    split(`customer ticket refund complaint onboarding helpdesk escalation empathy troubleshooting warranty delivery invoice
    subscription cancellation feedback knowledgebase chatbot agent greeting apology router password account billing outage`),
  research: split(`literature paper methodology interview evidence bibliography archive peer synthesis question source quotation
    ethnography experiment biology chemistry physics medicine climate history sociology philosophy economics linguistics`),
  education: split(`tutor algebra geometry calculus lesson quiz homework classroom student teacher curriculum flashcard exam
    reading vocabulary explanation mentor socratic kindergarten university coaching exercise grading rubric worksheet`),
  business: split(`marketing sales strategy pitch investor startup negotiation contract budget pricing competitor brand campaign
    stakeholder persona roadmap risk compliance procurement recruiting interview salary branding market growth funnel partnership`),
  productivity: split(`meeting agenda calendar planning checklist reminder email notes priorities delegation habit focus travel
    itinerary shopping recipe budget workout journal retrospective standup kanban deadline template workflow automation`),
  creative:
    split(`poem story novel character dialogue fantasy mystery romance songwriting lyrics comedy improvisation worldbuilding
    screenplay plot villain dragon detective haiku ballad painting photography midjourney storyboard riddle myth legend`),
  language: split(`translation english french spanish german japanese chinese arabic portuguese hindi pronunciation idiom accent
    conversation grammar dictionary localization subtitle glossary transcription proverb etymology dialect synonym register`),
}

/** The words that stand between all others, the commonest first. */
export const joining = split(`the of and to a in for is with on that as you it your be or are this from by an not which at all can
  has will their into when more than other each may only then these what if so but any them most about how up out should use make
  after before between without within through while where every some such new good clear short long first last next`)

/** Pieces of titles in writing without spaces between words. */
export const unspaced =
  split(`翻訳 助手 専門家 数学 教師 文章 校正 要約 会議 計画 旅行 料理 物語 日本語 英会話 履歴書 面接 提案 分析 広告 代码 审查 数据
  报告 营销 客服 写作 编程 老师 学习 健身 故事 小说 诗歌 演讲 面试 简历 产品 经理 顾问 번역 요약 선생님 글쓰기 데이터 분석`)

export const givenNames =
  split(`Aisha Akira Alma Amara Anders Anika Arjun Astrid Bao Beatriz Bruno Carmen Chidi Clara Dalia Daniel
  Elif Emeka Emma Farid Fatima Felix Freya Hana Hugo Ingrid Isla Ivan Jamal Jana Jonas Kaito Karim Keiko Lars Leila Liam Lin Lucia Mara
  Mateo Mei Mina Nadia Noah Nora Olga Omar Pedro Priya Rafael Rania Rosa Sana Sofia Sven Tariq Tomas Uma Vera Wei Yara Yusuf Zoe`)

export const familyNames = split(`Adeyemi Ahmed Andersen Bauer Bianchi Brown Castillo Chen Costa Dubois Eriksson Fischer Garcia
  Gonzalez Gupta Haddad Hansen Hoffmann Ito Ivanova Jansen Johnson Kaya Khan Kim Kowalski Kumar Laurent Lee Lopez Martin Meyer Mori
  Murphy Nakamura Nguyen Novak Okafor Oliveira Park Patel Petrov Popescu Rossi Sato Schmidt Silva Singh Smith Suzuki Tanaka Torres
  Varga Wagner Walker Wang Weber Wilson Yamamoto Yilmaz Zhang`)
