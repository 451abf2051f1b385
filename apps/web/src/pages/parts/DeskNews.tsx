import { createListNews } from '../../features/conversations/createListNews.ts'
import { createNotificationNews } from '../../features/notifications/createNotificationNews.ts'
import { ConnectionProvider, useConnection } from '../../realtime/connection.tsx'

/** Keeps the conversations at the start live, and what the bell says. It shows nothing, and is fetched when the page stands. */
export default function DeskNews() {
  return (
    <ConnectionProvider>
      <Listening />
    </ConnectionProvider>
  )
}

function Listening() {
  const { socket } = useConnection()
  createListNews(socket)
  createNotificationNews(socket)
  return <></>
}
