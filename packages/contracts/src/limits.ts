/** Sizes are UTF-8 bytes where the name says Bytes, else characters (UTF-16 code units, as zod's `max` counts them). */
export const limits = {
  name: 80,
  email: 254,
  passwordMin: 8,
  passwordMax: 256,
  title: 200,
  /** One message in the chat; a brief that came as a file fits. */
  message: 250_000,
  /** Everything a conversation has said of its assistant, as JSON. */
  brief: 600_000,
  requestBytes: 1_048_576,
  /** One frame of draft edits before base64. */
  updateBytes: 262_144,
  /** The stored state of one draft. */
  draftBytes: 2_097_152,
  /** One websocket frame; above `updateBytes` in base64 with its envelope. */
  frameBytes: 524_288,
  draftPushesPerSecond: 30,
  peoplePerRoom: 200,
  batch: 10,
  page: 50,
} as const
