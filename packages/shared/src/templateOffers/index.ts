export { acceptOffer } from './acceptOffer.ts'
export { declineOffer } from './declineOffer.ts'
export { offerTemplate } from './offerTemplate.ts'
export { withdrawOffer } from './withdrawOffer.ts'
