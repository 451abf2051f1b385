import { personLabel, type Account, type Conversation, type ConversationAbility, type Person } from '@prologue/contracts'
import { createEffect, createMemo, createSignal, lazy, Match, Show, Switch, untrack } from 'solid-js'
import type { EditorHandle } from '../../editor/DraftEditor.tsx'
import { CheckPanel } from '../../features/checking/CheckPanel.tsx'
import { CheckTools } from '../../features/checking/CheckTools.tsx'
import { createChecking } from '../../features/checking/createChecking.ts'
import { CommentsPanel } from '../../features/comments/CommentsPanel.tsx'
import { CommentTools } from '../../features/comments/CommentTools.tsx'
import { createCommenting } from '../../features/comments/createCommenting.ts'
import { createCommentNews } from '../../features/comments/createCommentNews.ts'
import { createCommentActions, createCommentList } from '../../features/comments/queries.ts'
import { readerNote } from '../../features/conversations/readerNote.ts'
import type { LiveDraft } from '../../features/drafts/createLiveDraft.ts'
import type { SectionLocks } from '../../features/drafts/createSectionLocks.ts'
import { createReasons } from '../../features/drafts/createReasons.ts'
import { DraftPanel } from '../../features/drafts/DraftPanel.tsx'
import { FollowingBar } from '../../features/drafts/FollowingBar.tsx'
import { Estimate } from '../../features/estimates/Estimate.tsx'
import { AuthorLegend } from '../../features/history/AuthorLegend.tsx'
import { createAuthorship } from '../../features/history/createAuthorship.ts'
import { HistoryWays } from '../../features/history/HistoryWays.tsx'
import { createHistoryNews } from '../../features/history/createHistoryNews.ts'
import { useConnection } from '../../realtime/connection.tsx'
import { createMedia } from '../../ui/createMedia.ts'
import { createChosenModel } from '../../modelList.ts'
import { createCommentLink } from './createCommentLink.ts'
import { lockMarks } from './lockMarks.ts'
import { personIn } from './personIn.ts'
import { reasonIn } from './reasonIn.ts'
import { WhyTool } from './WhyTool.tsx'

const DraftEditor = lazy(() => import('../../editor/DraftEditor.tsx'))

/** The draft with what is written about it. */
export function DraftPart(props: {
  conversation: Conversation
  account: Account
  draft: LiveDraft | undefined
  locks: SectionLocks
  /** How often the room was entered: from each time on its news are heard. */
  entered: number
  /** The page says already that nothing more comes in or goes out. */
  ended: boolean
  mayComment: boolean
  /** Whose cursor the page goes along with. */
  followed: Person | null
  onFollowEnd: () => void
  /** Something in the draft is to be seen. */
  onShow: () => void
}) {
  const id = createMemo(() => props.conversation.id)
  const { socket } = useConnection()
  const list = createCommentList(id)
  const actions = createCommentActions(id)
  createCommentNews(socket, id)
  // Where all has ended, nothing can be done to a comment either.
  const comments = createMemo(() => {
    const items = list.data?.items ?? []
    return props.ended ? items.map((comment) => ({ ...comment, abilities: [] })) : items
  })
  const commenting = createCommenting(
    comments,
    () => props.draft,
    () => ({ personId: props.account.id, conversationId: id() }),
  )
  const authorship = createAuthorship(
    id,
    () => props.draft?.client,
    () => personIn(props.conversation, props.account),
  )
  const reasons = createReasons(id)
  createHistoryNews(socket, id, () => props.entered, authorship.book.outdate)
  const may = (ability: ConversationAbility) => !props.ended && props.conversation.abilities.includes(ability)
  const narrow = createMedia('(max-width: 40rem)')
  const [editor, setEditor] = createSignal<EditorHandle>()
  const model = createChosenModel(() => props.account.id)
  const checking = createChecking({
    text: () => props.draft?.text() ?? '',
    now: () => props.draft?.client.text.toJSON() ?? '',
    change: (edits) => editor()?.change(edits),
    contextSize: () => model()?.contextTokens ?? null,
  })
  // There is room for one of them beside the text.
  createEffect(() => checking.shown() && untrack(commenting.close))
  createEffect(() => commenting.shown() && untrack(checking.close))
  createCommentLink({ list, commenting, onShow: () => props.onShow() })
  // A link leads to the words as well, once they are there.
  const loaded = createMemo(() => props.draft !== undefined && props.draft.status().state !== 'loading')
  createEffect(() => {
    const anchor = commenting.linked() === null ? null : commenting.activeAnchor()
    if (anchor && loaded()) editor()?.reveal(anchor)
  })

  const comment = () => {
    if (!props.mayComment) return
    const anchor = editor()?.selection() ?? null
    commenting.begin(anchor)
    // The sheet would lie over the words.
    if (anchor && narrow()) editor()?.reveal(anchor)
  }
  return (
    <DraftPanel
      draft={props.draft}
      title={props.conversation.title}
      ended={props.ended}
      readerNote={readerNote(props.conversation)}
      size={<Estimate text={props.draft?.text() ?? ''} personId={props.account.id} />}
      tools={
        <>
          <CheckTools checking={checking} />
          <WhyTool onAsk={() => editor()?.askWhy()} />
          <CommentTools commenting={commenting} mayComment={props.mayComment} onComment={comment} />
          <HistoryWays
            conversationId={id()}
            meId={props.account.id}
            text={props.draft?.text() ?? ''}
            mayKeep={may('checkpoint:create')}
            mayRestore={may('draft:write')}
            authorship={authorship}
          />
        </>
      }
      doing={
        <>
          <Show when={props.followed}>
            {(person) => <FollowingBar name={personLabel(person())} onStop={() => props.onFollowEnd()} />}
          </Show>
          <Show when={authorship.coloured()}>
            <AuthorLegend {...authorship.shown()} meId={props.account.id} />
          </Show>
        </>
      }
      aside={
        <Switch>
          <Match when={checking.shown()}>
            <CheckPanel checking={checking} mayWrite={may('draft:write')} onGo={({ range }) => editor()?.select(range)} />
          </Match>
          <Match when={commenting.shown()}>
            <CommentsPanel
              commenting={commenting}
              list={list}
              actions={actions}
              meId={props.account.id}
              participants={props.conversation.participants}
              mayComment={props.mayComment}
              onReveal={(anchor) => void editor()?.reveal(anchor)}
              onLeave={() => editor()?.focus()}
            />
          </Match>
        </Switch>
      }
      editor={(live) => (
        <DraftEditor
          client={live.client}
          canWrite={live.status().canWrite && live.status().state !== 'closed'}
          comments={{
            marks: commenting.marks(),
            activeId: commenting.activeMark(),
            onOpen: commenting.choose,
            onComment: comment,
          }}
          authors={{ book: authorship.book, coloured: authorship.coloured(), onShown: authorship.show }}
          locks={{
            marksIn: (text) => (live.text(), props.locks.known() ? lockMarks(text, props.locks.locked()) : []),
            canLock: may('draft:write'),
            onToggle: (section) => void props.locks.toggle(section),
          }}
          reasonAt={(text, place) => reasonIn(text, place, reasons.list())}
          noReason={reasons.nothing()}
          findings={checking.marks()}
          following={{ personId: props.followed?.id ?? null, onEnd: () => props.onFollowEnd() }}
          onReady={setEditor}
        />
      )}
    />
  )
}
