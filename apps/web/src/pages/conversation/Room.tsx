import type { Account, Conversation, ConversationAbility, Prompt } from '@prologue/contracts'
import { useLocation } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { commentKeys } from '../../features/comments/queries.ts'
import { createReadMark } from '../../features/conversations/createReadMark.ts'
import { conversationKeys } from '../../features/conversations/queries.ts'
import { MakeActive } from '../../features/conversations/MakeActive.tsx'
import { readerNote } from '../../features/conversations/readerNote.ts'
import { ApplyDialog } from '../../features/drafts/ApplyDialog.tsx'
import { createLiveDraft, reopenOnEntering } from '../../features/drafts/createLiveDraft.ts'
import { createSectionLocks } from '../../features/drafts/createSectionLocks.ts'
import { createUnsentPlace } from '../../features/drafts/createUnsentPlace.ts'
import { createWhereabouts } from '../../features/drafts/createWhereabouts.ts'
import { Chat } from '../../features/prompts/Chat.tsx'
import { promptKeys, refreshPrompt } from '../../features/prompts/queries.ts'
import { makeTypingSigns } from '../../features/people/makeTypingSigns.ts'
import { shareKeys } from '../../features/shares/queries.ts'
import { TypingLine } from '../../features/people/TypingLine.tsx'
import { linkedId } from '../../links.ts'
import { useConnection } from '../../realtime/connection.tsx'
import { readAgain } from '../../queryClient.ts'
import { createDoing } from '../../realtime/createDoing.ts'
import { createRoom } from '../../realtime/createRoom.ts'
import { keptText, keptTexts } from '../../ui/createKeptText.ts'
import { createMedia } from '../../ui/createMedia.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { createFollowing } from './createFollowing.ts'
import { createEnding, createRoleNews } from './createEnding.ts'
import { createLeaving } from './createLeaving.ts'
import { createRightsNews } from './createRightsNews.ts'
import { DraftPart } from './DraftPart.tsx'
import { personIn } from './personIn.ts'
import { ReaderNote } from './ReaderNote.tsx'
import { RoomEnded } from './RoomEnded.tsx'
import { RoomHeader } from './RoomHeader.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import styles from './Room.module.css'

/** A conversation that is there: its chat, its draft, and who else has it open. */
export function Room(props: {
  conversation: Conversation
  account: Account
  /** Their session has ended; what they wrote is still here. */
  signedOut: boolean
  listInDrawer: boolean
  onOpenList: () => void
  /** Whether there are edits that only this page has. */
  onUnsent: (some: boolean) => void
  /** When the conversation was read last: who can read it may be let in again. */
  readAt: number
}) {
  const queryClient = useQueryClient()
  const { socket, online } = useConnection()
  const location = useLocation()
  // The conversation becomes another object with each reading: what begins anew with its id goes by the value.
  const id = createMemo(() => props.conversation.id)
  const refreshWritten = () => {
    void readAgain(queryClient, promptKeys.log(id()))
    void readAgain(queryClient, promptKeys.lines(id()))
    locks.outdate()
    void readAgain(queryClient, commentKeys.list(id()))
  }
  const refreshConversation = () => {
    // Whoever comes in may have used a link up.
    void queryClient.invalidateQueries({ queryKey: shareKeys.list(id()) })
    return queryClient.invalidateQueries({ queryKey: conversationKeys.one(id()) })
  }
  const doing = createDoing()
  const [entered, setEntered] = createSignal(0)
  const room = createRoom(socket, id, doing.state, {
    onPromptChanged: (promptId) => void refreshPrompt(queryClient, id(), promptId),
    onConversationChanged: refreshConversation,
    onBranchesChanged: () => void readAgain(queryClient, promptKeys.log(id())),
    onEntered: () => {
      refreshWritten()
      setEntered((times) => times + 1)
      reopenOnEntering(draft())
    },
    onReturned: refreshConversation,
  })
  createEffect(on(() => props.readAt, room.enterAgain, { defer: true }))
  const leaving = createLeaving(() => props.conversation)
  const draft = createLiveDraft(socket, () => ({ ...props.conversation.draft, personId: props.account.id }))
  const locks = createSectionLocks(id, () => draft()?.text() ?? '')

  const ending = createEnding({
    closed: room.closed,
    signedOut: () => props.signedOut,
    account: () => props.account,
    leaving: leaving.busy,
  })
  const unsent = createUnsentPlace(draft, () => {
    const { id: draftId, epoch } = props.conversation.draft
    return { conversationId: id(), draftId, epoch, personId: props.account.id }
  })
  createEffect(() => props.onUnsent(unsent() > 0))
  createRoleNews(() => props.conversation)
  createRightsNews(() => props.conversation, refreshWritten)
  const whereabouts = createWhereabouts(draft)
  const following = createFollowing(() => (online() ? room.people() : []))

  const narrow = createMedia('(max-width: 55.99rem)')
  const [tab, setTab] = createSignal<'chat' | 'draft'>('chat')
  createReadMark(
    () => props.conversation,
    () => room.closed() === null && (!narrow() || tab() === 'chat'),
  )
  const [sharing, setSharing] = createSignal(false)
  const [applying, setApplying] = createSignal<{ promptId: string; text: string }>()

  const may = (ability: ConversationAbility) => ending() === null && props.conversation.abilities.includes(ability)
  const me = () => personIn(props.conversation, props.account)
  const tabProps = (name: 'chat' | 'draft') =>
    narrow() ? { role: 'tabpanel' as const, id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, hidden: tab() !== name } : {}

  return (
    <div class={styles.room}>
      <RoomHeader
        conversation={props.conversation}
        people={online() ? room.people() : []}
        online={online()}
        meId={props.account.id}
        listInDrawer={props.listInDrawer}
        onOpenList={() => props.onOpenList()}
        whereabouts={whereabouts()}
        following={{
          id: following.person()?.id ?? null,
          follow: (personId) => {
            setTab('draft')
            following.follow(personId)
          },
        }}
        ended={ending() !== null}
        onPeople={may('conversation:read') ? () => setSharing(true) : undefined}
        onLeave={leaving.leave}
      />
      <Show when={ending()}>
        {(reason) => (
          <RoomEnded
            ending={reason()}
            conversation={props.conversation}
            unsent={unsent()}
            text={() => draft()?.client.text.toJSON() ?? ''}
            message={keptText(props.account.id, `message.${id()}`)}
            comments={keptTexts(props.account.id, `comment.${id()}.`)}
          />
        )}
      </Show>
      <Show when={ending() === null && room.full()}>
        {(words) => (
          <p class={styles.full} role="alert">
            {words()} Until then, what is new does not appear here by itself; this page keeps trying.
          </p>
        )}
      </Show>
      <main class={styles.parts}>
        <Show when={narrow()}>
          <Tabs
            label="Chat or draft"
            value={tab()}
            tabs={[
              { value: 'chat', label: 'Chat' },
              { value: 'draft', label: 'Draft' },
            ]}
            onChoose={setTab}
          />
        </Show>
        <div class={styles.part} {...tabProps('chat')} {...makeTypingSigns(doing)}>
          <Show when={`${id()} ${props.account.id}`} keyed>
            <Chat
              conversationId={id()}
              me={me()}
              live={room.live}
              liveEdits={room.liveEdits}
              draft={draft()?.text() ?? ''}
              locked={locks.locked()}
              totals={props.conversation.totals}
              linked={linkedId('message', location.hash)}
              ended={ending() !== null}
              mayWrite={may('prompt:create')}
              mayReact={may('prompt:react')}
              mayApply={may('draft:write')}
              onApply={(prompt: Prompt) => setApplying({ promptId: prompt.id, text: prompt.response })}
              readerNote={
                <Show when={ending() === null} fallback="Nothing more can be sent from here.">
                  <ReaderNote conversationId={id()} personId={props.account.id}>
                    {readerNote(props.conversation)}
                    <MakeActive conversation={props.conversation} />
                  </ReaderNote>
                </Show>
              }
            />
          </Show>
          <div class={styles.writing}>
            <TypingLine people={online() ? room.people() : []} meId={props.account.id} />
          </div>
        </div>
        <div class={styles.part} {...tabProps('draft')}>
          <Show when={id()} keyed>
            <DraftPart
              conversation={props.conversation}
              account={props.account}
              draft={draft()}
              locks={locks}
              entered={entered()}
              ended={ending() !== null}
              mayComment={may('comment:create')}
              followed={following.person()}
              onFollowEnd={() => following.follow(null)}
              onShow={() => setTab('draft')}
            />
          </Show>
        </div>
      </main>
      <ApplyDialog answer={applying()} draft={draft()?.text() ?? ''} locks={locks} onClose={() => setApplying(undefined)} />
      <ShareDialog
        conversation={props.conversation}
        present={online() ? room.people() : []}
        meId={props.account.id}
        open={sharing() && ending() === null}
        onClose={() => setSharing(false)}
        onChanged={refreshConversation}
        onLeave={leaving.leave}
      />
    </div>
  )
}
