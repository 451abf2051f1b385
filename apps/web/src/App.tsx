import { Route, Router } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import { ErrorBoundary, lazy, type ParentProps } from 'solid-js'
import { AccountTheme } from './identity/AccountTheme.tsx'
import { SessionProvider } from './identity/session.tsx'
import { Announcement } from './identity/Announcement.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { createPageFocus } from './pages/parts/createPageFocus.ts'
import { StartPage } from './pages/StartPage.tsx'
import { makeQueryClient } from './queryClient.ts'
import { Crashed } from './ui/Crashed.tsx'
import { Toasts } from './ui/Toasts.tsx'

const SignInPage = lazy(() => import('./pages/SignInPage.tsx'))
const SignUpPage = lazy(() => import('./pages/SignUpPage.tsx'))
const ForgotPage = lazy(() => import('./pages/ForgotPage.tsx'))
const ResetPage = lazy(() => import('./pages/ResetPage.tsx'))
const VerifyPage = lazy(() => import('./pages/VerifyPage.tsx'))
const AccountPage = lazy(() => import('./pages/AccountPage.tsx'))
const ActivityPage = lazy(() => import('./pages/ActivityPage.tsx'))
const ConversationActivityPage = lazy(() => import('./pages/ConversationActivityPage.tsx'))
const TemplateActivityPage = lazy(() => import('./pages/TemplateActivityPage.tsx'))
const UsersPage = lazy(() => import('./pages/UsersPage.tsx'))
const MailPage = lazy(() => import('./pages/MailPage.tsx'))
const NewTemplatePage = lazy(() => import('./pages/NewTemplatePage.tsx'))
const TemplateEditorPage = lazy(() => import('./pages/TemplateEditorPage.tsx'))
const ProvidersPage = lazy(() => import('./pages/ProvidersPage.tsx'))
const DatabasePage = lazy(() => import('./pages/DatabasePage.tsx'))
const JobsPage = lazy(() => import('./pages/JobsPage.tsx'))
const SettingsPage = lazy(() => import('./pages/SettingsPage.tsx'))
const ReportsPage = lazy(() => import('./pages/ReportsPage.tsx'))
const ContentPage = lazy(() => import('./pages/ContentPage.tsx'))
const ConversationPage = lazy(() => import('./pages/ConversationPage.tsx'))
const SharePage = lazy(() => import('./pages/SharePage.tsx'))
const TemplatePage = lazy(() => import('./pages/TemplatePage.tsx'))
const ImportPage = lazy(() => import('./pages/ImportPage.tsx'))
const LibraryPage = lazy(() => import('./pages/LibraryPage.tsx'))

function Pages(props: ParentProps) {
  createPageFocus()
  return (
    <>
      <Announcement />
      {props.children}
    </>
  )
}

export function App() {
  const queryClient = makeQueryClient()
  return (
    <ErrorBoundary fallback={(error: unknown) => <Crashed error={error} />}>
      <QueryClientProvider client={queryClient}>
        <Toasts>
          <SessionProvider>
            <AccountTheme />
            {/* No Suspense around the pages: a query that is read again would take the whole page out of the document, and its scroll places with it. */}
            <Router root={Pages} scrollRestoration>
              <Route path="/" component={StartPage} />
              <Route path="/login" component={SignInPage} />
              <Route path="/signup" component={SignUpPage} />
              <Route path="/forgot" component={ForgotPage} />
              <Route path="/reset" component={ResetPage} />
              <Route path="/verify" component={VerifyPage} />
              <Route path="/account" component={AccountPage} />
              <Route path="/admin/activity" component={ActivityPage} />
              <Route path="/admin/users" component={UsersPage} />
              <Route path="/admin/mail" component={MailPage} />
              <Route path="/admin/providers" component={ProvidersPage} />
              <Route path="/admin/jobs" component={JobsPage} />
              <Route path="/admin/database" component={DatabasePage} />
              <Route path="/admin/settings" component={SettingsPage} />
              <Route path="/admin/reports" component={ReportsPage} />
              <Route path="/admin/content" component={ContentPage} />
              <Route path="/templates/new" component={NewTemplatePage} />
              <Route path="/templates/:slug/edit" component={TemplateEditorPage} />
              <Route path="/c/:id" component={ConversationPage} />
              <Route path="/c/:id/activity" component={ConversationActivityPage} />
              <Route path="/s/:token" component={SharePage} />
              <Route path="/templates" component={LibraryPage} />
              <Route path="/templates/import" component={ImportPage} />
              <Route path="/templates/:slug" component={TemplatePage} />
              <Route path="/templates/:slug/activity" component={TemplateActivityPage} />
              <Route path="*" component={NotFoundPage} />
            </Router>
          </SessionProvider>
        </Toasts>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
