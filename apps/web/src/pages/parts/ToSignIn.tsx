import { Navigate, useLocation } from '@solidjs/router'
import { withNext } from '../../features/auth/nextPath.ts'

/** Leads to the sign-in and from there back here. `ended`: somebody was signed in here, and then no more. */
export function ToSignIn(props: { ended: boolean }) {
  const location = useLocation()
  return <Navigate href={withNext('/login', location.pathname + location.hash, props.ended ? { ended: 'yes' } : {})} />
}
