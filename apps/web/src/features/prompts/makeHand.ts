/** A turn of the wheel goes on for so long, in milliseconds. */
const lasting = 300

/** Tells the scrolling that people do from what the page does by itself: both are the same event. */
export function makeHand() {
  let acted = Number.NEGATIVE_INFINITY
  let pressed = false
  const act = () => {
    acted = performance.now()
  }
  return {
    /** Whether somebody scrolls now. Asked at each step of it, so that a long glide counts to its end. */
    moves: () => {
      const moving = pressed || performance.now() - acted < lasting
      if (moving) act()
      return moving
    },
    watch: (element: HTMLElement) => {
      // What gets the focus is scrolled to.
      for (const event of ['wheel', 'touchmove', 'keydown', 'focusin']) element.addEventListener(event, act, { passive: true })
      // The bar at the side is held and drawn.
      element.addEventListener('pointerdown', () => {
        pressed = true
        const release = () => {
          pressed = false
          act()
        }
        for (const event of ['pointerup', 'pointercancel']) window.addEventListener(event, release, { once: true })
      })
    },
  }
}
