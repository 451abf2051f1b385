export { addFavourite } from './addFavourite.ts'
export { removeFavourite } from './removeFavourite.ts'
