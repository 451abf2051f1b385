/** Every failure people meet: its HTTP status and, where the place that throws has nothing better to say, a sentence that says what to do. */
export const errorCatalogue = {
  UNAUTHENTICATED: { status: 401, message: 'Sign in to go on.' },
  FORBIDDEN: { status: 403, message: 'Your role does not allow this. Ask somebody whose role does.' },
  CONFIRM_IDENTITY: { status: 403, message: 'Confirm that it is you to go on.' },
  NOT_FOUND: { status: 404, message: 'This does not exist, or you have no access to it.' },
  VALIDATION: { status: 400, message: 'Something in the request is not as expected. Correct it and send it again.' },
  CONFLICT: { status: 409, message: 'Somebody else changed this meanwhile. Load it again and repeat your change.' },
  TOO_LARGE: { status: 413, message: 'This is larger than what can be kept here. Shorten it and send it again.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests. Wait a moment and try again.' },
  ROOM_FULL: { status: 409, message: 'This conversation is full. Try again when somebody has left.' },
  BAD_UPDATE: { status: 400, message: 'This edit could not be read. Load the page again; your text is kept in this browser.' },
  STORAGE_FULL: {
    status: 507,
    message: 'The server has no room left. Your edits are kept in this browser; tell its administrator.',
  },
  DB_UNAVAILABLE: { status: 503, message: 'The database does not answer. Nothing is lost; try again in a moment.' },
  PROVIDER_FAILED: { status: 502, message: 'The model did not answer. Try again, or choose another.' },
  CANCELLED: { status: 499, message: 'This was stopped.' },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong on the server. Try again; if it stays, give its administrator the request id.',
  },
} as const satisfies Record<string, { status: number; message: string }>

export type ErrorCode = keyof typeof errorCatalogue

/** What goes over the wire for a failure, the same in an HTTP answer and in a socket's ack. */
export type WireError = {
  code: ErrorCode
  message: string
  requestId?: string
  /** Seconds to wait, of RATE_LIMITED. */
  retryAfter?: number
}

/** The one error that is meant for people. Anything else thrown answers INTERNAL and shows nothing of the inside. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** Seconds after which the same may go well, where that is known. */
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string = errorCatalogue[code].message, options?: ErrorOptions & { retryAfter?: number }) {
    super(message, options)
    this.code = code
    this.retryAfter = options?.retryAfter
  }

  get status(): number {
    return errorCatalogue[this.code].status
  }
}

/** The wire shape of any thrown value; what is no AppError tells nothing but the request id. */
export function toWireError(error: unknown, requestId?: string): WireError {
  const known = error instanceof AppError ? error : new AppError('INTERNAL')
  const { code, message, retryAfter } = known
  return { code, message, ...(requestId && { requestId }), ...(retryAfter !== undefined && { retryAfter }) }
}
