import { createListNews } from '../../features/conversations/createListNews.ts'
import { ConnectionProvider, useConnection } from '../../realtime/connection.tsx'

/** Keeps the conversations at the start live. It shows nothing, and is fetched when the page stands. */
export default function DeskNews() {
  return (
    <ConnectionProvider>
      <Listening />
    </ConnectionProvider>
  )
}

function Listening() {
  createListNews(useConnection().socket)
  return <></>
}
