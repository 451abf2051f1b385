// First of all: what is imported below builds its schemas as it is loaded.
import './zodWithoutEval.ts'
import { render } from 'solid-js/web'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './App.tsx'
import { endOpening, openingPainted } from './opening.ts'
import { startTheme } from './ui/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to render into')

startTheme()
endOpening(root)
await openingPainted()
render(() => <App />, root)
