export { listReviews } from './listReviews.ts'
export { rateTemplate } from './rateTemplate.ts'
export { summariseRatings } from './summariseRatings.ts'
export { withdrawRating } from './withdrawRating.ts'
