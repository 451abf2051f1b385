// expects nothing
import { Button } from '../../../ui/Button.ts'
import { card } from '../card.ts'

export const view = [Button, card]
