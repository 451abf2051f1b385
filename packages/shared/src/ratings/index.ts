export { listReviews } from './listReviews.ts'
export { summariseRatings } from './summariseRatings.ts'
