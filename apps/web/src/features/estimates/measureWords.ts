import { money } from '../../ui/money.ts'
import type { Measure } from './measure.ts'

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 })

/** A share without a digit that says nothing; whole ones where they are to be told from 100 %. */
function percentOf(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1 %'
  return (share < 0.1 ? percent.format(share) : `${Math.floor(share * 100)}%`).replace('%', ' %')
}

export function tokenWords({ tokens, exact }: Pick<Measure, 'tokens' | 'exact'>): string {
  return `${exact ? '' : '≈ '}${tokens.toLocaleString('en')} ${tokens === 1 ? 'token' : 'tokens'}`
}

/** What matters most beside the number of tokens: how full the model is goes before what it costs. '' where it is neither. */
export function besideWords({ model, cost, share, fit }: Measure): string {
  if (model && share !== null && fit !== 'well') return `${percentOf(share)} of ${model.model}`
  return cost ? money(cost) : ''
}

/** In a line of its own, with as much as matters. */
export function shortWords(measure: Measure): string {
  return [tokenWords(measure), besideWords(measure)].filter((words) => words !== '').join(' · ')
}

export function costWords({ cost }: Measure): string {
  if (cost === null) return 'unknown'
  return cost === 0 ? 'free' : money(cost)
}

export function shareWords({ model, share }: Measure): string {
  if (!model?.contextTokens || share === null) return 'unknown'
  return `${percentOf(share)} of ${model.contextTokens.toLocaleString('en')}`
}

/** What is to be done about its length; '' where nothing is. */
export function fitWords({ model, fit }: Measure): string {
  if (!model || fit === 'well') return ''
  if (fit === 'over') return `This is more than ${model.model} reads at once. Shorten it, or choose a model that reads more.`
  return `This leaves ${model.model} little room for what people write and for its answer.`
}
