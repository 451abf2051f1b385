/** What a clause begins with, or holds, that tells its slot. All anchored or bounded, so that none takes more than linear time. */

export const forbids =
  /^(?:please )?(?:do not|don['’]t|never|avoid|refrain from|no |not |without |you (?:must|should|may|can|will|are) (?:not|never)\b|you (?:cannot|can['’]t|shouldn['’]t|mustn['’]t|won['’]t)|must not|should not|should never|there (?:must|should) be no)/i
export const demands =
  /^(?:please )?(?:always|only|must|make sure|ensure|be sure|remember|you must|you should only|(?:it|they|everything|all \w+|each \w+|every \w+|the [\w ]{1,30}|your [\w ]{1,30}) (?:must|should|has to|have to|needs to)|stick to|limit|keep|prefer|use only|whenever|when|if|unless|for every|for each)\b/i
export const gives =
  /^(?:i(?:['’]ll| will| am going to|['’]m going to| can| may)\b|(?:the )?(?:users?|customers?|people|students?) (?:will |can |may )?(?:pastes?|provides?|gives?|sends?|uploads?|types?|enters?|submits?|asks?|shares?)\b|given\b|my (?:first|next)\b|here (?:is|are)\b|the input\b)/i
export const unsure =
  /^(?:if|when|whenever) (?:you (?:do not|don['’]t|cannot|can['’]t|are (?:unsure|not sure|uncertain)|lack)|(?:the |any |some |an? )?(?:information|input|data|answer|question|request|context|detail|field|value)s? (?:is|are) (?:missing|unclear|incomplete|ambiguous|unknown|not)|unsure|in doubt|unclear|not sure)|^(?:say|admit|tell)\b.{0,60}\b(?:if|when|whenever) (?:you (?:do not|don['’]t|cannot|can['’]t|are (?:unsure|not sure|uncertain)|lack)|unsure|in doubt)/i
export const escalates =
  /\b(?:escalate|hand (?:\w+ )?(?:over|off)|handover|transfer|forward|refer)\b.{0,80}\b(?:human|agent|team|person|staff|colleague|manager|support|desk|specialist|supervisor|reception)\b/i
export const safe =
  /\b(?:personal data|personal information|self-harm|suicid\w+|emergency services|medical advice|legal advice|confidential)\b/i
export const answersWith =
  /^(?:please )?(?:(?:only|just) give|(?:only|just|always) (?:reply|respond|answer|return|output))\b|^(?:reply|respond|answer|return|output) (?:only|just|exclusively)\b|^(?:reply|respond|answer) with .{0,200}\bnothing else\b|^(?:give|write|start with|begin with)\b.{0,120}\bthen (?:the|an?|one)\b/i
export const judges =
  /^(?:a good (?:answer|result|reply|response)|success (?:means|is)|(?:it|the task) is done when|done when)\b/i
export const describesRole =
  /^(?:you(?:['’]re| are| have| possess| speciali[sz]e| excel| know| understand| work| speak| think| bring| love| hate| were| come| also (?:have|know|speciali[sz]e))|your (?:expertise|knowledge|skills?|speciali?ty|background|experience|approach|personality|persona|character|strengths?))\b/i
export const tasked = /^(?:you(?:['’]re| are)(?: being)? |and )?tasked (?:with|to) /i
export const yourTask =
  /^(?:and )?(?:(?:your|the|my)(?: main| primary| first| core| only)? (?:task|job|goal|objective|mission|purpose|role)|(?:the )?task) (?:is|will be|here is) to /i
/** Kept with the task, as a title for it would lose a word. */
export const tellsMore = /main|primary|core|only|mission|purpose|here/i
export const youWill =
  /^(?:and )?you(?:['’]ll| will| should| must| need to| have to| are to| are going to)(?: then| also)? (?=(\w+))/i
const bot = String.raw`(?:[\p{L}\p{N}/'’-]+ ){0,6}?(?:bot|chatbot|assistant|agent|gpt|tutor|coach|helper|companion|translator|reviewer|writer|planner|copilot|concierge|advisor|adviser|moderator|editor|classifier|summari[sz]er)`
export const describesBot = new RegExp(
  String.raw`^(?:(?:(?:i|we)(?: would|['’]d)? (?:want|need|like) |(?:make|build) it (?=an?\b)|(?:create|build|make|give)(?: me| us)? (?=an? (?:[\p{L}-]+ ){0,4}(?:assistant|chatbot|prompt)\b)|(?:write|create|generate|make)(?: me| us)? an? (?:system )?prompt (?:for|that makes) )?(an?|the|our) (${bot}))(?=$|[\s,.:;])`,
  'iu',
)
export const speaksOfAnswer =
  /^(?:only |always )?(?:answer|reply|respond|return|output|format|present|provide|in|as|the (?:answer|output|result|response)|your (?:answer|output|response))\b/i
export const background = /^(?:we|our|i (?:run|own|am|have|work))\b/i
/** Where "I will …" turns to what the assistant does. */
export const yourTurn =
  /(?:,|;)?(?: and)?(?: then)? you(?:['’]ll| will| should| must| need to| have to| are to)(?: then)? (?=\w)|,? and (?:your (?:task|job|role|goal) (?:is|will be)|it (?:is|will be) your (?:task|job|role|goal)) to /i
/** "Answer briefly" says how, "answer questions" says what. */
export const manner =
  /^(?:answer|reply|respond|speak|talk) (?!(?:questions?|queries|my|any|all|the|customers?|users?|people|to|with (?:what|the)|as|for)\b)/i
export const conduct = /^(?:stay|remain|keep|be|remember|stick|stop|wait)$/
/** "Using the notes, write …" is an order too. */
export const prepared = /^(?:using|with|based on|given|from|for|in|by|after|once|at|as)\b[^,]{1,100}, (\w+)/i
/** "Write the result in …", "return them as …": what is given is the answer itself. */
export const delivers =
  /^(?:please )?(?:then )?(?:return|output|write|give|put|show|deliver|present|print|display|format|structure|lay out|provide|report|list) (?:me )?(?:it|them|everything|(?:the |your |all |all the |its )?(?:results?|answers?|outputs?|responses?|repl(?:y|ies)|findings?))\b/i
const part =
  /\b(?:each|every)\b|\b(?:the|its|their|your|all|any) (?:[\p{L}-]+ ){0,2}?(?:titles?|headlines?|headings?|subject lines?|subjects?|summary|summaries|introductions?|intros?|openings?|conclusions?|captions?|descriptions?|abstracts?|sections?|bullets?|bullet points?|points?|items?|entry|entries)\b|^(?:titles?|headlines?|headings?|subject lines?|summaries|captions?|bullets?)\b/iu
/** True for a clause that speaks of a part of the answer: its title, each of its points. */
export const measuresPart = (clause: string): boolean => part.test(clause.slice(0, 300))
/** An order to change the prompt itself, as people give it in a follow-up: "make it shorter", "undo". */
export const changesPrompt =
  /^(?:please )?(?:make (?:it|this|the (?:system )?prompt|everything) (?:(?:a (?:bit|little|lot)|much|even|slightly) )?(?:(?:more|less) [\p{L}-]{2,20}|[\p{L}]{2,16}er)(?: again)?|(?:shorten|lengthen|expand|simplify|improve|rewrite|rephrase|reword|change|tighten|polish|fix|redo|regenerate|trim|condense|restructure|clean up|translate|update) (?:it|this|(?:the|this|that|my|your) (?:whole |entire |system )?prompt)|undo|revert|(?:undo|revert) (?:it|this|that|the (?:last|previous) .{1,60})|start over|try again|go back)(?:,? please)?[.!]?$/iu
