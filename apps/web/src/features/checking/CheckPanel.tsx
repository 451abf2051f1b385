import type { Finding } from '@prologue/prompt-kit'
import { FindingsPanel } from '../../editor/findings/FindingsPanel.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import type { Checking } from './createChecking.ts'

/** What the checker found in the draft; who may only read goes to the places, and changes nothing. */
export function CheckPanel(props: { checking: Checking; mayWrite: boolean; onGo: (finding: Finding) => void }) {
  return (
    <SidePanel title="Findings" closing="Close the findings" onClose={() => props.checking.close()}>
      <FindingsPanel
        reading={props.checking.reading()}
        failed={props.checking.failed()}
        onRetry={() => props.checking.again()}
        off={props.checking.off()}
        onGo={(finding) => props.onGo(finding)}
        acts={props.mayWrite ? props.checking.acts() : undefined}
      />
    </SidePanel>
  )
}
