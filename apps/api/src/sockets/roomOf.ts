const conversation = 'conversation:'

/** The names of Socket.IO rooms, built and read here and nowhere else. */
export const roomOf = {
  conversation: (conversationId: string) => conversation + conversationId,
  /** All tabs of one sign-in. */
  session: (sessionId: string) => `session:${sessionId}`,
  /** All tabs of one person. */
  user: (userId: string) => `user:${userId}`,
  /** Everybody who looks at what happens on the whole server. */
  activity: 'activity',
  /** Null for a room of another kind. */
  conversationIdOf: (room: string) => (room.startsWith(conversation) ? room.slice(conversation.length) : null),
}
