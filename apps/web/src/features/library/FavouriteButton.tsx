import type { TemplateHit } from '@prologue/contracts'
import Heart from 'lucide-solid/icons/heart'
import { Button } from '../../ui/Button.tsx'
import styles from './FavouriteButton.module.css'

/** The heart of a card, by which it is kept among one's favourites. */
export function FavouriteButton(props: { hit: TemplateHit; onSet: () => void }) {
  return (
    <Button
      variant="plain"
      size="icon"
      class={styles.heart}
      aria-label={`Favourite: ${props.hit.template.title}`}
      aria-pressed={props.hit.isFavourite}
      title={props.hit.isFavourite ? 'Among your favourites' : 'Add to your favourites'}
      onClick={() => props.onSet()}
    >
      <Heart />
    </Button>
  )
}
